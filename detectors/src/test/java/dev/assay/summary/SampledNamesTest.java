package dev.assay.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.FindingClass;
import dev.assay.detect.CellBatch;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.detect.SpanFinder.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Names looked for in some rows: a dictionary column ends as a plain one does, and the other rows as if none were sought. */
class SampledNamesTest {
    private static final RuleSet RULES = RuleSet.shippedWithNames();
    private static final RowSample THIRD = RowSample.of(333_333, "a.csv");
    private static final List<String> VALUES = List.of(
            "",
            "nothing here",
            "My name is Tom Baker.",
            "Ask Maria Lopez, maria@quaymail.org",
            "Dear Maria, see you in Lisbon.");

    @Test
    void aDictionaryColumnEndsInTheSameSummaryAsAPlainOne() {
        SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < 10; round++) {
            int[] ids = random.ints(300, 0, VALUES.size()).toArray();
            RowCounts plainRows = new RowCounts();
            RowCounts dictionaryRows = new RowCounts();

            ColumnSummary plain = plain(ids, THIRD, plainRows);
            ColumnSummary dictionary = dictionary(ids, dictionaryRows);

            assertThat(dictionary.toJson().canonical()).isEqualTo(plain.toJson().canonical());
            assertThat(dictionaryRows.toJson()).isEqualTo(plainRows.toJson());
        }
    }

    @Test
    void onlyRowsOfTheSampleHoldNames() {
        int[] ids = IntStream.range(0, 400).map(row -> 3).toArray();
        RowCounts rows = new RowCounts();

        ColumnSummary summary = plain(ids, THIRD, rows);

        long chosen = LongStream.range(0, 400).filter(THIRD::takes).count();
        assertThat(chosen).isBetween(90L, 180L);
        assertThat(rows.names().withName()).isEqualTo(chosen);
        assertThat(summary.entities().get(new EntityKey("PERSON", FindingClass.REAL)))
                .satisfies(persons -> assertThat(persons.rows()).isEqualTo(chosen));
        assertThat(summary.entities().get(new EntityKey("EMAIL_ADDRESS", FindingClass.REAL)))
                .satisfies(addresses -> assertThat(addresses.rows()).isEqualTo(400));
    }

    private static ColumnSummary plain(int[] ids, RowSample sample, RowCounts rows) {
        ColumnSummary summary = new ColumnSummary();
        CellRecorder recorder = recorder(summary, rows);
        CellBatch batch = CellBatch.of(IntStream.of(ids).mapToObj(VALUES::get).toList());
        recorder.beginRows(0);
        recorder.cells(
                batch,
                scan(batch, sample::takes),
                IntStream.range(0, ids.length).toArray());
        recorder.finish();
        end(rows, sample, ids.length);
        return summary;
    }

    private static ColumnSummary dictionary(int[] ids, RowCounts rows) {
        ColumnSummary summary = new ColumnSummary();
        CellRecorder recorder = recorder(summary, rows);
        CellBatch values = CellBatch.of(new ArrayList<>(VALUES));
        recorder.beginRows(0);
        recorder.dictionary(values, scan(values, Cells.NONE));
        recorder.dictionaryReadForNames(values, scan(values, Cells.ALL), THIRD);
        recorder.occurrences(ids, IntStream.range(0, ids.length).toArray(), ids.length);
        recorder.finish();
        end(rows, THIRD, ids.length);
        return summary;
    }

    private static void end(RowCounts rows, RowSample sample, int count) {
        rows.endBlock();
        rows.names().endBlock(LongStream.range(0, count).filter(sample::takes).count());
    }

    private static CellRecorder recorder(ColumnSummary summary, RowCounts rows) {
        return new CellRecorder(RULES, "a.csv", "note", 3, summary, rows, Suppressions.NONE);
    }

    private static Findings scan(CellBatch batch, Cells wholly) {
        Findings findings = new Findings();
        RULES.scanner().scan(batch, RULES.column("note"), wholly, findings);
        return findings;
    }
}

package dev.assay.summary;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellRecorderTest {
    private static final RuleSet RULES = RuleSet.shipped();
    private static final EntityKey EMAIL = new EntityKey("EMAIL_ADDRESS", FindingClass.REAL);
    private static final List<String> VALUES = List.of(
            "",
            "nothing here",
            "ada.wren@finchpost.net",
            "bruno@quaymail.org and carla@quaymail.org",
            "ask support@example.com",
            "Für große Fragen, auch in 日本, €1 oder 🌍 betreffend: hier ist die Adresse, jörg@quaymail.org");

    @Test
    void countsCellsHitsAndRows() {
        ColumnSummary summary = plain(List.of(2, 1, 3, 0, 2), new RowCounts());

        EntitySummary emails = requireNonNull(summary.entities().get(EMAIL));
        assertThat(summary.cells()).isEqualTo(5);
        assertThat(summary.empty()).isEqualTo(1);
        assertThat(emails.cells()).isEqualTo(3);
        assertThat(emails.hits()).isEqualTo(4);
        assertThat(emails.rows()).isEqualTo(3);
        assertThat(emails.distinctEstimate()).isEqualTo(3);
        assertThat(emails.cells(ConfidenceBand.CERTAIN) + emails.cells(ConfidenceBand.LIKELY))
                .isEqualTo(3);
        assertThat(emails.samples()).hasSize(3).allSatisfy(sample -> {
            assertThat(sample.file()).isEqualTo("a.csv");
            assertThat(sample.masked()).contains("@").doesNotContain("wren").doesNotContain("bruno");
        });
    }

    @Test
    void placesOfSamplesAreCodePoints() {
        ColumnSummary summary = plain(List.of(5), new RowCounts());

        Sample sample = requireNonNull(summary.entities().get(EMAIL)).samples().get(0);
        String text = VALUES.get(5);
        assertThat(sample.start()).isEqualTo(text.codePointCount(0, text.indexOf("jörg")));
        assertThat(sample.end()).isEqualTo(text.codePointCount(0, text.length()));
    }

    @Test
    void aDictionaryColumnEndsInTheSameSummaryAsAPlainOne() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 20; round++) {
            List<Integer> ids = random.ints(200, 0, VALUES.size()).boxed().toList();
            RowCounts plainRows = new RowCounts();
            RowCounts dictionaryRows = new RowCounts();

            ColumnSummary plain = plain(ids, plainRows);
            ColumnSummary dictionary = dictionary(ids, dictionaryRows);

            assertThat(dictionary.toJson().canonical()).isEqualTo(plain.toJson().canonical());
            assertThat(dictionaryRows.toJson()).isEqualTo(plainRows.toJson());
        }
    }

    @Test
    void whereTheFileIsCutChangesNothing() {
        SplittableRandom random = new SplittableRandom(13);
        List<Integer> ids = random.ints(300, 0, VALUES.size()).boxed().toList();
        ColumnSummary whole = plain(ids, new RowCounts());
        for (int round = 0; round < 20; round++) {
            int cut = random.nextInt(ids.size());
            ColumnSummary parts = blocks(List.of(ids.subList(cut, ids.size()), ids.subList(0, cut)), List.of(cut, 0));

            assertThat(parts.toJson().canonical()).isEqualTo(whole.toJson().canonical());
        }
    }

    @Test
    void readsBackWhatItWrote() {
        ColumnSummary summary = plain(List.of(0, 1, 2, 3, 4, 3), new RowCounts());

        ColumnSummary read = ColumnSummary.fromJson(summary.toJson());

        assertThat(read.toJson().canonical()).isEqualTo(summary.toJson().canonical());
    }

    private static ColumnSummary plain(List<Integer> ids, RowCounts rowCounts) {
        ColumnSummary summary = new ColumnSummary();
        CellRecorder recorder = recorder(summary, rowCounts);
        record(recorder, ids, 0);
        recorder.finish();
        rowCounts.endBlock();
        return summary;
    }

    /** Each block by a recorder of its own, as if they were splits, merged in the order given. */
    private static ColumnSummary blocks(List<List<Integer>> blocks, List<Integer> firstRows) {
        ColumnSummary all = new ColumnSummary();
        for (int i = 0; i < blocks.size(); i++) {
            ColumnSummary summary = new ColumnSummary();
            CellRecorder recorder = recorder(summary, new RowCounts());
            record(recorder, blocks.get(i), firstRows.get(i));
            recorder.finish();
            all.merge(summary);
        }
        return all;
    }

    private static void record(CellRecorder recorder, List<Integer> ids, int firstRow) {
        CellBatch batch = CellBatch.of(ids.stream().map(VALUES::get).toList());
        recorder.beginRows(firstRow);
        recorder.cells(batch, scan(batch), IntStream.range(0, ids.size()).toArray());
    }

    private static ColumnSummary dictionary(List<Integer> ids, RowCounts rowCounts) {
        ColumnSummary summary = new ColumnSummary();
        CellRecorder recorder = recorder(summary, rowCounts);
        CellBatch values = CellBatch.of(new ArrayList<>(VALUES));
        recorder.beginRows(0);
        recorder.dictionary(values, scan(values));
        int[] all = ids.stream().mapToInt(Integer::intValue).toArray();
        recorder.occurrences(all, IntStream.range(0, all.length).toArray(), all.length);
        recorder.finish();
        rowCounts.endBlock();
        return summary;
    }

    private static CellRecorder recorder(ColumnSummary summary, RowCounts rowCounts) {
        return new CellRecorder(RULES, "a.csv", "note", 3, summary, rowCounts, Suppressions.NONE);
    }

    private static Findings scan(CellBatch batch) {
        Findings findings = new Findings();
        CellScanner scanner = RULES.scanner();
        scanner.scan(batch, RULES.column("note"), findings);
        return findings;
    }
}

package dev.assay.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What columns say of names in their cells: {@code columns/names.tsv}, where a minus before a detector says that it is noise. */
class NameColumnsTest {
    private static final RuleSet RULES = RuleSet.shippedWithNames();
    private static final EntityKey PERSON = new EntityKey("PERSON", FindingClass.REAL);

    /** One line. */
    record Case(String holds, String header, List<String> values, String why) {}

    static List<Case> cases() throws IOException {
        try (InputStream in = NameColumnsTest.class.getResourceAsStream("/columns/names.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Case(cells[0], cells[1], List.of(cells[2].split(";", -1)), cells[3]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aColumnIsJudgedByItsCells(Case one) {
        ColumnSummary column = summary(one.header(), one.values());

        ColumnVerdict verdict = verdict(column);

        if (one.holds().startsWith("-")) {
            assertThat(verdict.noise()).contains(one.holds().substring(1));
            assertThat(verdict.holds()).isEmpty();
        } else {
            assertThat(verdict.holds().orElse("")).as(one.why()).isEqualTo(one.holds());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesOfAColumnOfPersonsAreCertain(Case one) {
        SortedMap<EntityKey, SettledCounts> settled = settled(summary(one.header(), one.values()));

        long persons = settled.containsKey(PERSON) ? settled.get(PERSON).cells(ConfidenceBand.CERTAIN) : 0;
        long least = one.holds().equals("person-name") ? one.values().size() * 8L / 10 : 0;
        assertThat(persons)
                .isBetween(least, least == 0 ? 0 : (long) one.values().size());
    }

    /** A column is cut anywhere, by files and by sections, and put together in any order. */
    @ParameterizedTest
    @MethodSource("cases")
    void anyCutEndsInTheSameSummary(Case one) {
        ColumnSummary whole = summary(one.header(), one.values());
        Random random = new Random(5);
        for (int parts : new int[] {2, 5}) {
            List<ColumnSummary> pieces = IntStream.range(0, parts)
                    .mapToObj(part -> one.values()
                            .subList(
                                    one.values().size() * part / parts,
                                    one.values().size() * (part + 1) / parts))
                    .map(values -> summary(one.header(), values))
                    .collect(Collectors.toList());
            Collections.shuffle(pieces, random);
            ColumnSummary together = new ColumnSummary();
            pieces.forEach(together::merge);
            assertThat(verdict(together)).isEqualTo(verdict(whole));
            assertThat(together.detectors()).isEqualTo(whole.detectors());
        }
    }

    private static ColumnVerdict verdict(ColumnSummary column) {
        return ColumnVerdict.of(column, RULES);
    }

    private static SortedMap<EntityKey, SettledCounts> settled(ColumnSummary column) {
        return SettledCounts.of(column, ColumnVerdict.of(column, RULES), 1_000);
    }

    private static ColumnSummary summary(String header, List<String> values) {
        ColumnSummary summary = new ColumnSummary();
        CellRecorder recorder =
                new CellRecorder(RULES, "a.csv", header, 0, summary, new RowCounts(), Suppressions.NONE);
        recorder.beginRows(0);
        CellScanner scanner = RULES.scanner();
        CellBatch batch = CellBatch.of(values);
        Findings findings = new Findings();
        scanner.scan(batch, RULES.column(header), findings);
        recorder.cells(batch, findings, IntStream.range(0, values.size()).toArray());
        recorder.finish();
        return summary;
    }
}

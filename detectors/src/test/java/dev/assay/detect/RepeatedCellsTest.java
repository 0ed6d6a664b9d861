package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.FindingClass;
import dev.assay.detect.SpanFinder.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered of cells changes no finding, and is of use where cells come again. */
class RepeatedCellsTest {
    private static final RuleSet RULES = RuleSet.shipped();
    private static final List<String> COLUMNS = List.of("label", "customer.email", "birth_date");
    private static final List<String> POOL = List.of(
            "",
            "new",
            "closed",
            "closed\0",
            "Portugal",
            "in the blue box",
            "born on 3 May 1971",
            "mail jo@quaymail.org",
            "4111 1111 1111 1111",
            "31 bytes are the longest text..",
            "32 bytes are one more than that.",
            "a cell of very many more bytes than are remembered of any: jo.long@quaymail.org",
            "jo%40quaymail.org",
            "1971-05-03");

    @Test
    void findingsAreThoseOfAScannerThatRemembersNothing() {
        Random random = new Random(9);
        CellScanner remembering = RULES.scanner();
        List<ColumnContext> columns = COLUMNS.stream().map(RULES::column).toList();
        Findings found = new Findings();
        Findings expected = new Findings();
        for (int round = 0; round < 200; round++) {
            CellBatch batch = CellBatch.of(cells(random, round));
            ColumnContext column = columns.get(random.nextInt(columns.size()));
            Cells wholly = List.of(Cells.ALL, Cells.NONE, (Cells) cell -> cell % 2 == 0)
                    .get(random.nextInt(3));
            if (round % 50 == 49) {
                remembering.forget();
            }

            remembering.scan(batch, column, wholly, found);
            RULES.scanner().scan(batch, column, wholly, expected);

            assertThat(told(found)).as("round %d", round).isEqualTo(told(expected));
        }
    }

    /** Every fifth batch holds little that stood anywhere before. */
    private static List<String> cells(Random random, int round) {
        List<String> cells = new ArrayList<>();
        for (int i = random.nextInt(60); i >= 0; i--) {
            String text = POOL.get(random.nextInt(POOL.size()));
            cells.add(round % 5 == 0 ? text + random.nextInt(1_000) : text);
        }
        return cells;
    }

    private static List<String> told(Findings findings) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            told.add(findings.cell(i) + " " + findings.start(i) + "–" + findings.end(i) + " " + findings.detector(i)
                    + " " + findings.confidence(i) + " " + findings.findingClass(i) + " " + findings.winner(i));
        }
        for (int i = 0; i < findings.refusals(); i++) {
            told.add("refused " + findings.refusedCell(i) + " " + findings.refusedDetector(i));
        }
        for (int i = 0; i < findings.limited(); i++) {
            told.add("limited " + findings.limitedCell(i) + " " + findings.limit(i));
        }
        return told;
    }

    @Test
    void whatHeldNothingIsLeftOutWhereItComesAgain() {
        RepeatedCells repeated = new RepeatedCells();
        ColumnContext label = RULES.column("label");
        CellBatch batch = CellBatch.of(List.of("new", "closed", "jo@quaymail.org"));
        Findings found = new Findings();
        found.add(2, 0, 15, 0, 90, FindingClass.REAL);

        assertThat(repeated.rest(batch, label, Cells.ALL)).isSameAs(batch);
        repeated.settle(found);

        CellBatch rest = repeated.rest(batch, label, Cells.ALL);
        assertThat(rest.cells()).isEqualTo(1);
        assertThat(rest.length(0)).isEqualTo(15);
        found.clear();
        found.add(0, 0, 15, 0, 90, FindingClass.REAL);
        repeated.settle(found);
        assertThat(found.cell(0)).isEqualTo(2);

        assertThat(repeated.rest(batch, label, Cells.NONE))
                .as("with no names sought")
                .isSameAs(batch);
        repeated.settle(found);
        assertThat(repeated.rest(batch, RULES.column("other"), Cells.ALL))
                .as("another column")
                .isSameAs(batch);
    }

    @Test
    void aColumnWhereNothingComesAgainIsNotAskedForAWhile() {
        RepeatedCells repeated = new RepeatedCells();
        ColumnContext label = RULES.column("label");
        Findings nothing = new Findings();
        for (int cell = 0; cell < 5_000; cell += 100) {
            int first = cell;
            CellBatch batch = CellBatch.of(IntStream.range(first, first + 100)
                    .mapToObj(i -> "value " + i)
                    .toList());
            assertThat(repeated.rest(batch, label, Cells.ALL)).isSameAs(batch);
            repeated.settle(nothing);
        }
        CellBatch seen = CellBatch.of(List.of("value 1", "value 2"));

        assertThat(repeated.rest(seen, label, Cells.ALL)).isSameAs(seen);
    }

    @Test
    void aFailureNamesTheCellOfTheWholeBatch() {
        CheckProvider failing = () -> Map.of("failing", arguments -> (bytes, start, end) -> {
            throw new IllegalStateException();
        });
        CellScanner scanner = RuleSet.of(
                        List.of(Shapes.checked("member", "[0-9]{9}", "failing")), CheckRegistry.of(List.of(failing)))
                .scanner();
        ColumnContext label = RULES.column("label");
        Findings found = new Findings();
        scanner.scan(CellBatch.of(List.of("new")), label, found);

        assertThatThrownBy(() -> scanner.scan(CellBatch.of(List.of("new", "closed", "new", "123456789")), label, found))
                .isInstanceOfSatisfying(
                        DetectorException.class,
                        failure -> assertThat(failure.cell()).isEqualTo(3));
    }
}

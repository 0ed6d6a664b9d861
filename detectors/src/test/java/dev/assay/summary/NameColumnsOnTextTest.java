package dev.assay.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.detect.SharedData;
import dev.assay.detect.ner.LabelledColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What columns without a path are told to hold, where the cells are other people's: labelled names, and columns of real tables. */
@Tag("shared")
class NameColumnsOnTextTest {
    private static final RuleSet RULES = RuleSet.shippedWithNames();
    private static final String PERSONS = "person-name";
    private static final String PLACES = "place-name";
    private static final String ORGANISATIONS = "organization-name";

    /** Cells of the table of presidio-research that are names of persons, by header. */
    private static final List<String> FAKE_PERSONS = List.of("GivenName", "Surname", "MothersMaiden");

    private static final List<String> FAKE_PLACES = List.of("City", "Country", "CountryFull", "StateFull");

    /** Per cent of the cells of a column of persons that become certain, at the least. */
    private static final int MOST_CERTAIN = 75;

    @Test
    void columnsOfLabelledNames() throws IOException {
        Map<String, String> held = new TreeMap<>();
        Map<String, Long> certain = new TreeMap<>();
        for (Map.Entry<String, List<String>> column :
                LabelledColumns.of(data("ner")).entrySet()) {
            ColumnSummary summary = summary(column.getValue());
            held.put(column.getKey(), names(summary));
            certain.put(
                    column.getKey(), certainPercent(summary, column.getValue().size()));
        }
        assertThat(held).hasSizeGreaterThan(20);
        held.forEach((column, holds) -> {
            if (column.endsWith("PERSON")) {
                assertThat(holds).as(column).isEqualTo(PERSONS);
                assertThat(certain.get(column)).as(column).isGreaterThanOrEqualTo(MOST_CERTAIN);
            } else {
                // No column is told to hold what it does not; most of places and organisations are told nothing.
                assertThat(holds).as(column).isIn("", column.endsWith("LOCATION") ? PLACES : ORGANISATIONS);
            }
        });
        assertThat(held).containsValue(PLACES);
    }

    @Test
    void columnsOfARealTable() throws IOException {
        SortedMap<String, String> held =
                held(data("pii").resolve("pii/presidio-research/FakeNameGenerator.com_100.csv"));
        assertThat(held).containsKeys(FAKE_PERSONS.toArray(String[]::new));
        held.forEach((header, holds) -> {
            if (FAKE_PERSONS.contains(header)) {
                assertThat(holds).as(header).isEqualTo(PERSONS);
            } else {
                assertThat(holds).as(header).isIn("", FAKE_PLACES.contains(header) ? PLACES : "");
            }
        });
    }

    @Test
    void columnsOfBooksAndQuestions() throws IOException {
        assertThat(held(data("text").resolve("text/isbn/goodbooks-books.csv")))
                .hasSizeGreaterThan(1)
                .allSatisfy((header, holds) ->
                        assertThat(holds).as(header).isEqualTo(header.equals("authors") ? PERSONS : ""));
        assertThat(held(data("datasets").resolve("datasets/banking77/train.csv")))
                .hasSize(2)
                .allSatisfy((header, holds) -> assertThat(holds).as(header).isEmpty());
    }

    private static Path data(String folder) {
        Path data = SharedData.path("data");
        assumeTrue(
                Files.isDirectory(data.resolve(folder)),
                () -> "Skipped: there is no " + data + " beside this repository.");
        return data;
    }

    /** What each column is told to hold, by its header, of which the scan is not told. */
    private static SortedMap<String, String> held(Path csv) throws IOException {
        SortedMap<String, String> held = new TreeMap<>();
        List<List<String>> rows = rows(Files.readString(csv));
        for (int i = 0; i < rows.get(0).size(); i++) {
            int place = i;
            List<String> cells = rows.stream()
                    .skip(1)
                    .filter(row -> row.size() > place)
                    .map(row -> row.get(place))
                    .toList();
            held.put(rows.get(0).get(i), names(summary(cells)));
        }
        return held;
    }

    /** The kind of names that a column is told to hold; empty if it holds none, whatever else it is told to hold. */
    private static String names(ColumnSummary column) {
        return ColumnVerdict.of(column, RULES)
                .holds()
                .filter(List.of(PERSONS, PLACES, ORGANISATIONS)::contains)
                .orElse("");
    }

    /** RFC 4180: commas, quotation marks around cells, two of them for one. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : csv.replace("\uFEFF", "").replace("\r\n", "\n").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    private static long certainPercent(ColumnSummary column, int cells) {
        SettledCounts counts = SettledCounts.of(column, ColumnVerdict.of(column, RULES), 1_000)
                .get(new EntityKey("PERSON", FindingClass.REAL));
        return counts == null ? 0 : 100 * counts.cells(ConfidenceBand.CERTAIN) / cells;
    }

    private static ColumnSummary summary(List<String> values) {
        ColumnSummary summary = new ColumnSummary();
        CellRecorder recorder = new CellRecorder(RULES, "a.csv", "", 0, summary, new RowCounts(), Suppressions.NONE);
        recorder.beginRows(0);
        CellScanner scanner = RULES.scanner();
        CellBatch batch = CellBatch.of(values);
        Findings findings = new Findings();
        scanner.scan(batch, RULES.column(""), findings);
        recorder.cells(batch, findings, IntStream.range(0, values.size()).toArray());
        recorder.finish();
        return summary;
    }
}

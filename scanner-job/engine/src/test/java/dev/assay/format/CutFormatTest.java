package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where text files are cut, and that nothing is lost or read twice there. */
class CutFormatTest {
    private static final String LINES =
            "{\"a\":\"one\"}\n\n{\"a\":\"two\"}\r\n{\"a\":\"a longer line, longer than sections\"}\n"
                    + "{\"a\":\"BZh\"}\nno JSON\n{\"a\":\"last\"}";

    @Test
    void everyCutGivesTheSameCellsInOrder() {
        List<String> whole = texts(Long.MAX_VALUE);
        assertThat(whole).hasSize(5);
        for (int sectionBytes = 1; sectionBytes < LINES.length(); sectionBytes++) {
            assertThat(texts(sectionBytes)).as("sections of %d", sectionBytes).isEqualTo(whole);
        }
    }

    @Test
    void cutsStayWhereTheyAreWhenLinesAreAppended() {
        List<Long> before = starts(LINES + "\n", 20);
        List<Long> after = starts(LINES + "\n" + LINES, 20);
        assertThat(before).hasSizeGreaterThan(2);
        assertThat(after.subList(0, before.size())).isEqualTo(before);
    }

    @Test
    void aBadLineSaysBehindWhichByteItWasCounted() {
        CollectingSink sink = read(LINES, 20);
        assertThat(sink.skipped).singleElement().asString().contains(" behind byte ");
        assertThat(read(LINES, Long.MAX_VALUE).skipped)
                .singleElement()
                .asString()
                .contains("Line 6 ")
                .doesNotContain("behind");
    }

    @Test
    void textInTwoByteUnitsIsNotCut() {
        byte[] wide = ("\uFEFF" + LINES).getBytes(StandardCharsets.UTF_16LE);
        InMemoryFile file = new InMemoryFile("x.jsonl", wide);
        assertThat(new JsonLinesFormat(20).layout(file.stored(), file, 1).sections())
                .hasSize(1);
    }

    /** In plain text a section may begin like a compressed file. */
    @Test
    void aSectionIsTextWhateverItBeginsWith() {
        InMemoryFile file = InMemoryFile.of("x.txt", "twelve bytes\nBZh91AY&SY\nmore");
        CollectingSink sink = Reading.read(new PlainTextFormat(12), file, 1);
        assertThat(sink.at("text").cells)
                .hasSize(3)
                .anySatisfy(cell -> assertThat(cell).endsWith("BZh91AY&SY"));
    }

    /** Quotes where they mean something and where they do not, fields that are never closed, all ends of lines, ragged rows. */
    @Test
    void everyCutOfSeparatedValuesGivesTheSameCellsInOrder() {
        Random random = new Random(20261130);
        int cut = 0;
        for (int n = 0; n < 400; n++) {
            String text = (n % 7 == 0 ? "\uFEFF" : "") + (n % 2 == 0 ? "\"k\",v" : "2026-01-01,v") + "\n"
                    + separatedValues(random, 60);
            Told whole = Told.ofTable(text, Long.MAX_VALUE);
            for (int sectionBytes = 1; sectionBytes < 40; sectionBytes++) {
                assertThat(Told.ofTable(text, sectionBytes))
                        .as("%s in sections of %d", text, sectionBytes)
                        .isEqualTo(whole);
            }
            cut += sections(text, 5) > 2 ? 1 : 0;
        }
        assertThat(cut).isGreaterThan(200);
    }

    /** Larger than what is looked at at a time for quotes. */
    @Test
    void aLargeFileOfSeparatedValuesIsCutWhereRowsEnd() {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("k,v\n");
        while (text.length() < 3 << 20) {
            text.append("1,\"").append("x\n,".repeat(random.nextInt(40))).append("\"\n");
        }
        assertThat(sections(text.toString(), 100_000)).isGreaterThan(25);
        assertThat(Told.ofTable(text.toString(), 100_000)).isEqualTo(Told.ofTable(text.toString(), Long.MAX_VALUE));
    }

    @Test
    void aTableWhoseFirstRowIsVeryLongIsNotCut() {
        String header = "a".repeat(60) + ",";
        assertThat(sections(header.repeat(2000) + "\n1,2\n3,4\n", 20)).isEqualTo(1);
        assertThat(sections(header.repeat(200) + "\n1,2\n3,4\n", 20)).isEqualTo(2);
    }

    /** A field that is too long takes the rest of its section, not of its file. */
    @Test
    void whatStandsBehindASectionThatCannotBeReadIsRead() {
        String text = "k,v\n1,\"" + "x".repeat(17 << 20) + "\"\n2,y\n";
        CollectingSink sink = Reading.read(new CsvFormat(16 << 20), InMemoryFile.of("x.csv", text), 1);
        assertThat(sink.at("v").texts()).containsExactly("y");
        assertThat(sink.skipped).singleElement().asString().contains("Row 1 has a field", "the rest of the section");
    }

    /** Strings that look like structure, escapes, arrays in arrays, documents one after another, of which some are no array. */
    @Test
    void everyCutOfAJsonArrayGivesTheSameCellsInOrder() {
        Random random = new Random(20261130);
        int cut = 0;
        for (int n = 0; n < 300; n++) {
            String text = (n % 7 == 0 ? "\uFEFF" : "")
                    + (n % 5 == 0 ? " \n" : "")
                    + array(random)
                    + (n % 11 == 0 ? "{\"k\":1,\"v\":[2,3]}" + array(random) : "");
            JsonArrayFormat uncut = new JsonArrayFormat(Long.MAX_VALUE);
            Told whole = Told.of(uncut, "x.json", text);
            for (int sectionBytes = 1; sectionBytes < 40; sectionBytes++) {
                JsonArrayFormat format = new JsonArrayFormat(sectionBytes);
                assertThat(Told.of(format, "x.json", text))
                        .as("%s in sections of %d", text, sectionBytes)
                        .isEqualTo(whole);
            }
            InMemoryFile file = InMemoryFile.of("x.json", text);
            cut += new JsonArrayFormat(5)
                                    .layout(file.stored(), file, 1)
                                    .sections()
                                    .size()
                            > 2
                    ? 1
                    : 0;
        }
        assertThat(cut).isGreaterThan(200);
    }

    private static String array(Random random) {
        String[] values = {
            "1",
            "\"a\"",
            "\"],[\"",
            "\"\\\"\"",
            "\"\\\\\"",
            "{}",
            "{\"k\":\"v,\"}",
            "[]",
            "[1,[2,\"]\"]]",
            "null",
            "\"ß\""
        };
        StringBuilder array = new StringBuilder("[");
        for (int left = 1 + random.nextInt(12); left > 0; left--) {
            array.append(values[random.nextInt(values.length)])
                    .append(left > 1 ? random.nextBoolean() ? "," : " ,\n " : "");
        }
        return array + "]";
    }

    /** What is no JSON takes the rest of its section, and is told wherever it is cut. */
    @Test
    void everyCutOfABrokenJsonArrayTellsThatItIsBroken() {
        for (String text : List.of(
                "[{\"a\":1},{\"a\":2},]",
                "[{\"a\":1},,{\"a\":2}]",
                "[{\"a\":1},{\"a\":2}",
                "[{\"a\":1}},{\"a\":2},{\"a\":3}]",
                "[{\"a\":1},{\"a\":hidden},{\"a\":3},{\"a\":4}]",
                "[{\"a\":\"1},{\"a\":2},{\"a\":3},{\"a\":4}]")) {
            for (int sectionBytes = 1; sectionBytes < text.length(); sectionBytes++) {
                CollectingSink sink =
                        Reading.read(new JsonArrayFormat(sectionBytes), InMemoryFile.of("x.json", text), 1);
                assertThat(sink.skipped)
                        .as("%s in sections of %d", text, sectionBytes)
                        .isNotEmpty();
                assertThat(sink.skipped.toString()).contains("no JSON").doesNotContain("hidden");
            }
        }
    }

    private static String separatedValues(Random random, int length) {
        String[] pieces = {"a", "b", ",", ",", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " "};
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static int sections(String text, long sectionBytes) {
        InMemoryFile file = InMemoryFile.of("x.csv", text);
        return new CsvFormat(sectionBytes)
                .layout(file.stored(), file, 1)
                .sections()
                .size();
    }

    /**
     * All that is told of a file, but for the numbers of rows, which depend on cuts, and for nulls of columns that are missing in a
     * section, which the conclusion adds: only those of a table's own columns are told.
     */
    private record Told(
            long rows, Map<String, List<String>> cells, Map<String, Long> nulls, Map<String, Long> irregular) {
        static Told of(FileFormat format, String path, String text) {
            CollectingSink sink = Reading.read(format, InMemoryFile.of(path, text), 1);
            assertThat(sink.skipped).isEmpty();
            Map<String, List<String>> cells = new TreeMap<>();
            Map<String, Long> nulls = new TreeMap<>();
            for (CollectingSink.Column column : sink.columns) {
                cells.put(column.schema.path(), column.texts());
                if (format instanceof CsvFormat && !column.schema.path().equals("(extra)")) {
                    nulls.put(column.schema.path(), column.nulls);
                }
            }
            return new Told(sink.rows, cells, nulls, sink.irregular);
        }

        static Told ofTable(String text, long sectionBytes) {
            return of(new CsvFormat(sectionBytes), "x.csv", text);
        }
    }

    private static CollectingSink read(String text, long sectionBytes) {
        return Reading.read(new JsonLinesFormat(sectionBytes), InMemoryFile.of("x.jsonl", text), 1);
    }

    private static List<String> texts(long sectionBytes) {
        return read(LINES, sectionBytes).at("a").texts();
    }

    private static List<Long> starts(String text, long sectionBytes) {
        InMemoryFile file = InMemoryFile.of("x.jsonl", text);
        return new JsonLinesFormat(sectionBytes)
                .layout(file.stored(), file, 1).sections().stream()
                        .map(FileSection::start)
                        .toList();
    }
}

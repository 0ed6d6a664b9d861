package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvFormatTest extends FileFormatContract {
    @Override
    FileFormat format() {
        return new CsvFormat();
    }

    @Override
    InMemoryFile sample() {
        return InMemoryFile.of("sample.csv", """
                id,name,note
                1,Mara Lindqvist,"said ""hi"",
                then left"
                2,,""
                3,Tomás,ok
                """);
    }

    @Override
    long sampleRows() {
        return 3;
    }

    private static CollectingSink read(String name, String text) {
        return Reading.read(new CsvFormat(), InMemoryFile.of(name, text), 1);
    }

    @Test
    void undoesQuotesAndTellsNullFromEmpty() {
        CollectingSink sink = Reading.read(sample(), 1);

        assertThat(sink.at("name").cells).containsExactly("0:Mara Lindqvist", "2:Tomás");
        assertThat(sink.at("name").nulls).isEqualTo(1);
        assertThat(sink.at("note").cells).containsExactly("0:said \"hi\",\nthen left", "1:", "2:ok");
    }

    /** A row's last field that is quoted and holds a lone carriage return was once lost, and its row with the next one. */
    @Test
    void carriageReturnsInQuotesArePartOfTheField() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            CollectingSink sink = read("x.csv", "a,b~1,\"x\ry\"~2,\"x\r\"~\"\r\",\"\r\r\"~3,4~".replace("~", end));
            assertThat(sink.at("a").texts()).containsExactly("1", "2", "\r", "3");
            assertThat(sink.at("b").texts()).containsExactly("x\ry", "x\r", "\r\r", "4");
        }
    }

    /** Whatever stands in quotes as RFC 4180 has it comes out as it went in, whichever way lines end. */
    @Test
    void readsBackWhatIsWrittenInQuotes() {
        Random random = new Random(20261130);
        String[] pieces = {"a", "ß", "\uD83D\uDE00", " ", ",", ";", "\t", "|", "\"", "\n", "\r", "\r\n", "#", "\u0000"};
        for (int n = 0; n < 300; n++) {
            String end = new String[] {"\n", "\r\n", "\r"}[n % 3];
            StringBuilder text = new StringBuilder("k,v" + end);
            List<String> first = new ArrayList<>();
            List<String> last = new ArrayList<>();
            for (int row = 0; row < 6; row++) {
                first.add(value(pieces, random));
                last.add(value(pieces, random));
                text.append(quoted(first.get(row))).append(',').append(quoted(last.get(row)));
                text.append(row < 5 || n % 2 == 0 ? end : "");
            }
            CollectingSink sink = read("x.csv", text.toString());
            assertThat(sink.at("k").texts()).as(text.toString()).isEqualTo(first);
            assertThat(sink.at("v").texts()).as(text.toString()).isEqualTo(last);
            assertThat(sink.irregular).isEmpty();
        }
    }

    private static String value(String[] pieces, Random random) {
        StringBuilder value = new StringBuilder();
        for (int left = random.nextInt(6); left > 0; left--) {
            value.append(pieces[random.nextInt(pieces.length)]);
        }
        return value.toString();
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    @Test
    void raggedRowsAreReadAndCounted() {
        CollectingSink sink = read("x.csv", "a,b\n1,2,3,4\n5\n6,7\n");

        assertThat(sink.at("a").texts()).containsExactly("1", "5", "6");
        assertThat(sink.at("b").cells).containsExactly("0:2", "2:7");
        assertThat(sink.at("b").nulls).isEqualTo(1);
        assertThat(sink.at("(extra)").cells).containsExactly("0:3", "0:4");
        assertThat(sink.irregular.values()).containsExactly(1L, 1L);
        assertThat(sink.skipped).isEmpty();
    }

    @Test
    void namesAreMadeUnique() {
        CollectingSink sink = read("x.csv", "a,,a,a (2),\n1,2,3,4,5\n");

        assertThat(sink.byPath).containsOnlyKeys("a", "column 2", "a (2)", "a (2) (2)", "column 5");
    }

    @Test
    void aFirstRowOfDataIsNoHeader() {
        CollectingSink sink = read("x.csv", "Ann Grey,ann@example.org\nBo Hill,bo@example.org\n");

        assertThat(sink.byPath).containsOnlyKeys("column 1", "column 2");
        assertThat(sink.at("column 2").cells).containsExactly("0:ann@example.org", "1:bo@example.org");
        assertThat(sink.irregular).hasSize(1);
    }

    @Test
    void findsTheSeparator() {
        for (String separator : List.of(",", "\t", ";", "|")) {
            String text = "a~c d~e\n1~2 5~3\n4~5~\"6~|,;\"\n".replace("~", separator);
            CollectingSink sink = read("x.csv", text);
            assertThat(sink.at("e").cells).as(separator).containsExactly("0:3", "1:6" + separator + "|,;");
        }
        assertThat(read("x.tsv", "a,b\n1,2\n").byPath).containsOnlyKeys("a,b");
    }

    @Test
    void bytesThatAreNotUtf8StayAndAreCounted() {
        byte[] bytes = "name\nJosé\n".getBytes(StandardCharsets.ISO_8859_1);
        CollectingSink sink = Reading.read(new CsvFormat(), new InMemoryFile("x.csv", bytes), 1);

        assertThat(sink.at("name").invalid).isEqualTo(1);
        assertThat(sink.at("name").count).isEqualTo(1);
    }

    @Test
    void aQuoteThatNeverClosesIsReportedWhenItGrowsTooLarge() {
        CollectingSink sink = read("x.csv", "a,b\n1,2\n3,\"" + "x".repeat(17 << 20));

        assertThat(sink.at("b").texts()).containsExactly("2");
        assertThat(sink.skipped).singleElement().asString().startsWith("Row 2 has a field of more than");
    }

    @Test
    void columnsPastTheLimitAreExtra() {
        StringBuilder header = new StringBuilder("c0");
        StringBuilder row = new StringBuilder("v0");
        for (int i = 1; i < 5000; i++) {
            header.append(String.format(Locale.ROOT, ",c%d", i));
            row.append(String.format(Locale.ROOT, ",v%d", i));
        }
        CollectingSink sink = read("x.csv", header + "\n" + row + "\n");

        assertThat(sink.columns).hasSize(4097);
        assertThat(sink.at("(extra)").cells).hasSize(5000 - 4096).endsWith("0:v4999");
    }

    @Test
    void readsTheSpectrumOfOddFiles() throws IOException {
        Path folder = SharedData.folder("vectors/csv-spectrum");
        int compared = 0;
        try (Stream<Path> files = Files.list(folder.resolve("csvs"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.equals("location_coordinates.csv")) {
                    // Its expectation is of another file: the numbers differ.
                    continue;
                }
                InMemoryFile json = new InMemoryFile(
                        "expected.json", Files.readAllBytes(folder.resolve("json/" + name.replace(".csv", ".json"))));
                CollectingSink expected = Reading.read(new JsonArrayFormat(), json, 1);
                CollectingSink sink = Reading.read(new InMemoryFile(name, Files.readAllBytes(file)), 1);
                assertThat(sink.rows).as(name).isEqualTo(expected.rows);
                for (CollectingSink.Column column : expected.columns) {
                    CollectingSink.Column ours = sink.at(column.schema.path());
                    // Line breaks inside quotes stay as they are in the file; the answers are not of one mind about it.
                    assertThat(String.join("|", ours.texts()).replace("\r\n", "\n"))
                            .as(name)
                            .isEqualTo(String.join("|", column.texts()).replace("\r\n", "\n"));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
    }
}

package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class JsonLinesFormatTest extends FileFormatContract {
    private static final String SAMPLE = """
            {"id": 7000001, "text": "Grüße \\u00e4 \\ud83d\\ude00\\n", "ok": true, "tags": ["x", null, "y"]}
            {"id": 7, "text": null, "meta": {"score": 1.50, "turns": [{"role": "user", "content": ""}]}}

            {"id": -7000002, "tags": []}
            """;

    @Override
    FileFormat format() {
        return new JsonLinesFormat();
    }

    @Override
    InMemoryFile sample() {
        return InMemoryFile.of("sample.jsonl", SAMPLE);
    }

    @Override
    long sampleRows() {
        return 3;
    }

    private static CollectingSink read(String text) {
        return Reading.read(new JsonLinesFormat(), InMemoryFile.of("x.jsonl", text), 1);
    }

    @Test
    void flattensObjectsAndListsAndUndoesEscapes() {
        CollectingSink sink = read(SAMPLE);

        assertThat(sink.byPath)
                .containsOnlyKeys(
                        "id", "text", "ok", "tags[]", "meta.score", "meta.turns[].role", "meta.turns[].content");
        assertThat(sink.at("text").cells).containsExactly("0:Grüße ä 😀\n");
        assertThat(sink.at("tags[]").cells).containsExactly("0:x", "0:y");
        assertThat(sink.at("meta.turns[].role").cells).containsExactly("1:user");
        assertThat(sink.at("meta.turns[].content").cells).containsExactly("1:");
        assertThat(sink.at("meta.score").cells).containsExactly("1:1.50");
    }

    @Test
    void countsNullsMissingKeysAndEmptyListsAlike() {
        CollectingSink sink = read(SAMPLE);

        assertThat(sink.at("text").nulls).as("one null, one missing").isEqualTo(2);
        assertThat(sink.at("tags[]").nulls)
                .as("one in the list, one missing, one empty list")
                .isEqualTo(3);
        assertThat(sink.at("meta.score").nulls).isEqualTo(2);
    }

    @Test
    void withholdsTruthValuesAndShortIntegersByCount() {
        CollectingSink sink = read(SAMPLE);

        assertThat(sink.at("id").cells).containsExactly("0:7000001", "2:-7000002");
        assertThat(sink.at("id").notApplicable)
                .containsOnlyKeys(ParquetValues.SHORT_INTEGER)
                .containsValue(1L);
        assertThat(sink.at("ok").notApplicable)
                .containsOnlyKeys(ParquetValues.TRUTH_VALUE)
                .containsValue(1L);
    }

    @Test
    void reportsABadLineByItsNumberAndReadsTheRest() {
        CollectingSink sink = read("{\"a\":\"one\"}\n{\"a\": secret}\n{\"a\":\"three\"}{}\n{\"a\":\"four\"}\n");

        assertThat(sink.rows).isEqualTo(4);
        assertThat(sink.at("a").cells).containsExactly("0:one", "2:three", "3:four");
        assertThat(sink.skipped).hasSize(2);
        assertThat(sink.skipped.get(0)).startsWith("Line 2 is no JSON").doesNotContain("secret");
        assertThat(sink.skipped.get(1)).startsWith("Line 3 holds more than one");
    }

    @Test
    void keysThatAreNoNamesBecomeCells() {
        CollectingSink sink = read("""
                {"by": {"ann@example.org": {"n": "1"}, "name": {"n": "2"}}}
                {"by": {"555-123-4567": "x", "1234567 b": "y", "": "z"}}
                """);

        assertThat(sink.byPath).containsOnlyKeys("by{key}", "by{value}.n", "by.name.n", "by{value}");
        assertThat(sink.at("by{key}").cells)
                .containsExactly("0:ann@example.org", "1:555-123-4567", "1:1234567 b", "1:");
        assertThat(sink.at("by{value}.n").cells).containsExactly("0:1");
        assertThat(sink.at("by{value}").texts()).containsExactly("x", "y", "z");
    }

    @Test
    void foldsKeysPastTheLimitOfNames() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            lines.append(String.format(Locale.ROOT, "{\"k%d\": \"v%d\"}%n", i, i));
        }
        CollectingSink sink = read(lines.toString());

        assertThat(sink.columns).hasSize(JsonCells.MAX_NAMES + 2);
        assertThat(sink.at("{key}").cells).hasSize(5000 - JsonCells.MAX_NAMES).contains("4999:k4999");
        assertThat(sink.at("{value}").cells).contains("4999:v4999");
    }

    @Test
    void readsInvalidUtf8WithReplacement() {
        byte[] bytes = "{\"a\":\"x?y\"}\n".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xE9;
        CollectingSink sink = Reading.read(new JsonLinesFormat(), new InMemoryFile("x.jsonl", bytes), 1);

        assertThat(sink.at("a").texts()).containsExactly("x\uFFFDy");
        assertThat(sink.irregular).hasSize(1);
    }

    @Test
    void reportsALineThatIsTooLongAndReadsTheNext() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("{\"a\":\"first\"}\n{\"a\":\"".getBytes(StandardCharsets.UTF_8));
        byte[] filler = new byte[1 << 20];
        Arrays.fill(filler, (byte) 'x');
        for (int i = 0; i < 40; i++) {
            out.writeBytes(filler);
        }
        out.writeBytes("\"}\n{\"a\":\"last\"}\n".getBytes(StandardCharsets.UTF_8));
        CollectingSink sink = Reading.read(new JsonLinesFormat(), new InMemoryFile("x.jsonl", out.toByteArray()), 1);

        assertThat(sink.at("a").texts()).containsExactly("first", "last");
        assertThat(sink.skipped).singleElement().asString().startsWith("Line 2 ");
        assertThat(sink.rows).isEqualTo(3);
    }

    @Test
    void doesNotFollowNestingWithoutEnd() {
        CollectingSink sink = read("[".repeat(100_000) + "\n{\"a\":\"b\"}\n");

        assertThat(sink.skipped).singleElement().asString().contains("nests too deep");
        assertThat(sink.at("a").texts()).containsExactly("b");
    }

    @Test
    void deliversManyBlocksWithRowsOfTheFile() {
        int rows = 50_000;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            lines.append("{\"a\":\"v").append(i).append("\"}\n");
        }
        lines.append("{\"b\":\"late\"}\n");
        CollectingSink sink = read(lines.toString());

        assertThat(sink.rows).isEqualTo(rows + 1);
        assertThat(sink.at("a").cells).hasSize(rows).contains("49999:v49999");
        assertThat(sink.at("a").nulls).isEqualTo(1);
        assertThat(sink.at("b").nulls)
                .as("rows before the column was met lack it too")
                .isEqualTo(rows);
    }
}

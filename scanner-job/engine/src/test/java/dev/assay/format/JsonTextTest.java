package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/** Strings taken from the bytes are those the parser makes of them. */
class JsonTextTest {
    private static final String[] PIECES = {
        "plain words of a line ",
        "é",
        "漢字",
        "😀",
        "\\\"",
        "\\\\",
        "\\/",
        "\\b",
        "\\f",
        "\\n",
        "\\r",
        "\\t",
        "\\u0041",
        "\\u00e9",
        "\\uD83D\\uDE00",
        "\\ud83d",
        "\\ude00",
        "\\ud83dx",
        "\\ud83d\\u0041",
        "\u007f",
        "'",
        "{",
        "]",
        ":",
        ","
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itReadsAsTheParserDoes(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder string = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                string.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String json = "{\"a\": \"" + string + "\", \"b\":1}";

            assertThat(taken(json, random.nextInt(9))).as(json).isEqualTo(parsed(json));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"never closed",
                "{\"a\":\"no such \\x escape\"}",
                "{\"a\":\"half \\u00\"}",
                "{\"a\":\"a line\nfeed\"}",
                "{\"a\":\"ends in \\"
            })
    void whatIsNoStringIsTheParsersToSay(String json) {
        assertThatThrownBy(() -> taken(json, 3)).isInstanceOf(JacksonException.class);
    }

    /** Else all the above would hold of a class that only asks the parser. */
    @Test
    void theBytesAreTakenNotTheParsersString() {
        byte[] read = "[\"a\\nb\"]".getBytes(StandardCharsets.UTF_8);
        JsonText text = new JsonText();
        text.set("[\"c\\td\"]".getBytes(StandardCharsets.UTF_8), 0, read.length);
        CellWriter out = new CellWriter(0);
        try (JsonParser parser = JsonCells.FACTORY.createParser(ObjectReadContext.empty(), read)) {
            parser.nextToken();
            parser.nextToken();
            text.put(parser, out);
        }

        assertThat(cell(out)).isEqualTo("c\td");
    }

    private static String taken(String json, int offset) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[offset + utf8.length + 20];
        System.arraycopy(utf8, 0, bytes, offset, utf8.length);
        JsonText text = new JsonText();
        text.set(bytes, offset, offset + utf8.length);
        CellWriter out = new CellWriter(0);
        try (JsonParser parser =
                JsonCells.FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, utf8.length)) {
            parser.nextToken();
            parser.nextToken();
            parser.nextToken();
            text.put(parser, out);
            assertThat(parser.nextToken()).isNotNull();
        }
        return cell(out);
    }

    private static String parsed(String json) {
        CellWriter out = new CellWriter(0);
        try (JsonParser parser =
                JsonCells.FACTORY.createParser(ObjectReadContext.empty(), json.getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            parser.nextToken();
            parser.nextToken();
            out.putUtf8(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        }
        return cell(out);
    }

    private static String cell(CellWriter out) {
        out.end(0);
        var batch = out.batch();
        return new String(batch.bytes(), batch.start(0), batch.length(0), StandardCharsets.UTF_8);
    }
}

package dev.assay.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void readsEveryKindOfValue() {
        JsonObject object =
                Json.parse(" {\"a\":[1,-2,\"x\",true,false,null,{}]} ").asObject();

        assertThat(object.canonical()).isEqualTo("{\"a\":[1,-2,\"x\",true,false,null,{}]}");
    }

    @Test
    void takesTheLargestSafeInteger() {
        assertThat(Json.parse("9007199254740991").asLong()).isEqualTo((1L << 53) - 1);
        assertThat(Json.parse("-9007199254740991").asLong()).isEqualTo(-(1L << 53) + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740992",
                "-9007199254740992",
                "9223372036854775807",
                "9223372036854775808",
                "123456789012345678901234567890"
            })
    void refusesLargerNumbersWithoutQuotingThem(String number) {
        assertThatThrownBy(() -> Json.parse("[\n" + number + "]"))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("A number outside ±(2^53−1), line 2, column ")
                .hasMessageEndingWith("write it as a string.")
                .hasMessageNotContaining(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "-0.5", "0E0"})
    void refusesFractionsAndExponents(String number) {
        assertThatThrownBy(() -> Json.parse(number))
                .isInstanceOf(JsonException.class)
                .hasMessage("A number with a fraction or exponent, line 1, column 1; only whole numbers are allowed.");
    }

    @Test
    void refusesAKeyNamedTwiceHoweverItIsEscaped() {
        assertThatThrownBy(() -> Json.parse("{\"secret\":1,\n\"\\u0073ecret\":1}"))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("A key is named twice, line 2, column ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(Json.parse("[".repeat(200) + "]".repeat(200)).asArray().size())
                .isEqualTo(1);
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("JSON nested more than 200 deep");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[][] wrong = {
            {'"', (byte) 0xC0, (byte) 0x80, '"'}, // overlong
            {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, // half a surrogate pair
            {'"', (byte) 0xFF, '"'},
            {'"', (byte) 0xE2, (byte) 0x82}
        };
        for (byte[] bytes : wrong) {
            assertThatThrownBy(() -> Json.parse(bytes))
                    .isInstanceOf(JsonException.class)
                    .hasMessage("Not valid JSON: the bytes are not UTF-8.");
        }
    }

    @Test
    void refusesOtherEncodingsAndByteOrderMarks() {
        assertThatThrownBy(() -> Json.parse("\uFEFF{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parse("{}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "[1,]", "{\"a\":}", "{a:1}", "'a'", "[1] 2", "nul", "\"\t\"", "01", "/**/1", "NaN"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void complaintsDoNotQuoteTheText() {
        assertThatThrownBy(() -> Json.parse("{\"password\": hunter2}"))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("Not valid JSON: line 1, column ")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void wrongKindsNameTheKey() {
        JsonObject object = Json.parse("{\"rows\":\"many\",\"big\":9000000000}").asObject();

        assertThatThrownBy(() -> object.integer("rows"))
                .hasMessage("\"rows\": Expected a whole number, found a string.");
        assertThatThrownBy(() -> object.string("cells")).hasMessage("\"cells\": The key \"cells\" is missing.");
        assertThatThrownBy(() -> object.int32("big")).isInstanceOf(JsonException.class);
    }

    /** Vectors named {@code n_…} must be refused, {@code y_…} taken unless they hold what is none of our numbers. */
    @Test
    void agreesWithThePublishedParsingVectors() throws Exception {
        int judged = 0;
        for (Path file : SharedVectors.files(SharedVectors.directory("json-parsing"))) {
            String name = String.valueOf(file.getFileName());
            byte[] bytes = Files.readAllBytes(file);
            if (name.startsWith("n_")) {
                assertThatThrownBy(() -> Json.parse(bytes)).as(name).isInstanceOf(JsonException.class);
                judged++;
            } else if (name.startsWith("y_")) {
                acceptsUnlessStricter(name, bytes);
                judged++;
            }
        }
        assertThat(judged).isGreaterThan(100);
    }

    private static void acceptsUnlessStricter(String name, byte[] bytes) {
        try {
            assertThat(Json.parse(bytes)).as(name).isNotNull();
        } catch (JsonException stricter) {
            assertThat(stricter.getMessage())
                    .as(name)
                    .matches("A number with a fraction or exponent.*|A number outside.*|A key is named twice.*");
        }
    }
}

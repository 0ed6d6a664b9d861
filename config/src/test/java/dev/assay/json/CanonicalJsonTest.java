package dev.assay.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final long SEED = 20261101;

    @Test
    void sortsKeysByUtf16Units() {
        // U+1F600 is written with surrogates D83D DE00, which sort before U+FB33 although its code point is larger.
        Json json = JsonObject.builder()
                .put("\uFB33", 1)
                .put("\uD83D\uDE00", 2)
                .put("a", 3)
                .put("A", 4)
                .put("", 5)
                .build();

        assertThat(json.canonical()).isEqualTo("{\"\":5,\"A\":4,\"a\":3,\"\uD83D\uDE00\":2,\"\uFB33\":1}");
    }

    @Test
    void escapesOnlyWhatItMust() {
        assertThat(Json.of("\u0000\b\t\n\u000B\f\r\u001F \"\\/\u007F\u0080\u2028é")
                        .canonical())
                .isEqualTo("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/\u007F\u0080\u2028é\"");
    }

    @Test
    void refusesHalfASurrogatePair() {
        for (String text : List.of("\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db")) {
            assertThatThrownBy(() -> Json.of(text).canonical())
                    .isInstanceOf(JsonException.class)
                    .hasMessage("A string holds half of a surrogate pair, which UTF-8 cannot write.");
        }
        assertThatThrownBy(() -> Json.parse("[\"\\ud83d\"]").canonical()).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parse("{\"\\ude00\":1}").canonical()).isInstanceOf(JsonException.class);
    }

    @Test
    void refusesNumbersThatOtherReadersWouldRound() {
        assertThatThrownBy(() -> Json.of(1L << 53))
                .isInstanceOf(JsonException.class)
                .hasMessage("The number 9007199254740992 is outside ±(2^53−1); write it as a decimal string.");
    }

    @Test
    void digestsTheCanonicalBytes() {
        assertThat(Json.parse("{ }").sha256())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(Json.parse("{\"b\":1, \"a\":2}").sha256())
                .isEqualTo(Json.parse("{\"a\":2,\"b\":1}").sha256());
    }

    @Test
    void readingAndWritingAgainChangesNothing() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            Json value = value(random, 4);
            String text = value.canonical();

            assertThat(Json.parse(text)).as("seed %d, round %d", SEED, i).isEqualTo(value);
            assertThat(Json.parse(value.canonicalBytes()).canonical())
                    .as("seed %d, round %d", SEED, i)
                    .isEqualTo(text);
        }
    }

    @Test
    void orderOfMembersAndSpacesDoNotReachTheText() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            Json value = value(random, 4);

            assertThat(Json.parse(loose(value, random)).canonical())
                    .as("seed %d, round %d", SEED, i)
                    .isEqualTo(value.canonical());
        }
    }

    @Test
    void equalsThePublishedVectors() throws Exception {
        Path vectors = SharedVectors.directory("jcs");
        int compared = 0;
        for (Path input : SharedVectors.files(vectors.resolve("input"))) {
            String name = String.valueOf(input.getFileName());
            byte[] expected = Files.readAllBytes(vectors.resolve("output").resolve(name));
            if (name.equals("values.json") || name.equals("structures.json")) {
                byte[] bytes = Files.readAllBytes(input);
                assertThatThrownBy(() -> Json.parse(bytes))
                        .as("%s holds fractions", name)
                        .hasMessageContaining("only whole numbers are allowed");
            } else {
                assertThat(Json.parse(Files.readAllBytes(input)).canonicalBytes())
                        .as(name)
                        .isEqualTo(expected);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(4);
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> Json.of(text(random));
            case 1 -> Json.of((random.nextLong() % Json.MAX_SAFE_INTEGER) >> random.nextInt(53));
            case 2 -> Json.of(random.nextBoolean());
            case 3 -> Json.nothing();
            case 4 -> {
                List<Json> values = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    values.add(value(random, depth - 1));
                }
                yield Json.of(values);
            }
            default -> {
                JsonObject.Builder object = JsonObject.builder();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.put(i + text(random), value(random, depth - 1));
                }
                yield object.build();
            }
        };
    }

    private static String text(Random random) {
        int[] ranges = {0x20, 0x80, 0x800, 0xD7FF, 0x10FFFF};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int codePoint = random.nextInt(ranges[random.nextInt(ranges.length)]);
            boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            text.appendCodePoint(surrogate ? 'x' : codePoint);
        }
        return text.toString();
    }

    /** The same value, members shuffled and spaces strewn in. */
    private static String loose(Json value, Random random) {
        String space = " \n\t\r".substring(0, random.nextInt(5));
        if (value instanceof JsonObject object) {
            List<String> members = new ArrayList<>();
            object.members()
                    .forEach((key, member) ->
                            members.add(Json.of(key).canonical() + space + ":" + loose(member, random)));
            Collections.shuffle(members, random);
            return space + "{" + space + String.join(space + ",", members) + "}" + space;
        }
        if (value instanceof JsonArray array) {
            List<String> values = array.values().stream()
                    .map(element -> loose(element, random))
                    .toList();
            return "[" + space + String.join("," + space, values) + space + "]";
        }
        return space + value.canonical() + space;
    }
}

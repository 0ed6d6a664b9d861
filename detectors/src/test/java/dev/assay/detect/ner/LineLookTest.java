package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineLookTest {
    private static final int REMEMBERED = 512;
    private static final String PIECES = "aB .(/{_=;\"':>|<-*é8";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    for (int i = 0; i < count; i++) {",
                "import java.util.List;",
                "10.1.2.3 - - [17/Oct/2026:10:05:03 +0000] \"GET /images/search.png HTTP/1.1\" 200 203023 \"-\" \"-\"",
                "GET /a/b HTTP/1.1 agent=\"Mozilla/5.0 (Intel Mac OS X 10_9_1) AppleWebKit/537.36 (KHTML, like Gecko)\"",
                "return value(other);",
            })
    void passesByLinesOfProgramsThatShowNoName(String line) {
        assertThat(read(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The parser reads what stands between two brackets.",
                "my name is zorvane",
                "kind regards,",
                "-- ",
                "[2026/10/17] auth[12]: session opened for Anna (uid=0)",
                "[2026/10/17] auth[12]: session opened for Zorvane (uid=0)",
                "{\"id\": 17, \"name\": \"Zorvane\"}",
                "<author>Zorvane</author>",
                "| 17 | Zorvane | [x](/a/b) |",
                "owner[0]: Zorvane;",
                "x = new Owner(Zorvane Quillark);",
                "/** {@code Mr} of it. */",
                "f(x) = g(anna, x);",
            })
    void readsWhatIsNoProgramAndWhatShowsAName(String line) {
        assertThat(read(line)).containsExactly(line);
    }

    @Test
    void readsALineWhereverItStands() {
        Random random = new Random(5);
        int passed = 0;
        for (int round = 0; round < 20_000; round++) {
            String line = line(random);
            List<String> alone = read(line);
            String before = " ".repeat(random.nextInt(9));
            List<String> between = new ArrayList<>(read("x = f(y);\r" + before + "x = f(y);\n" + line + "\nx = f(y);"));
            assertThat(between).as("`%s`", line).isEqualTo(alone);
            passed += alone.isEmpty() ? 1 : 0;
        }
        assertThat(passed).isBetween(1_000, 19_000);
    }

    /** The last bytes of these letters have the low bits of a full stop, a slash, a bracket, an asterisk, a less-than sign and a semicolon. */
    @ParameterizedTest
    @ValueSource(strings = {"î", "ï", "è", "ê", "ü", "û"})
    void takesNoLetterBeyondAsciiForASign(String letter) {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            String line = line(random);
            assertThat(read(line.replace("é", letter)).isEmpty())
                    .as("`%s` with %s", line, letter)
                    .isEqualTo(read(line).isEmpty());
        }
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        int length = 1 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            line.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return line.toString();
    }

    /** The lines of a text that are read. */
    private static List<String> read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LineLook look = LineLook.gated(new WordTable(ShippedNames.lexicon(), REMEMBERED));
        List<String> read = new ArrayList<>();
        look.begin(bytes, 0, bytes.length);
        while (look.next()) {
            read.add(new String(bytes, look.start(), look.end() - look.start(), StandardCharsets.UTF_8));
        }
        return read;
    }
}

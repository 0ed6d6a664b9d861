package dev.assay.detect.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The syntax, and that the automaton accepts what another engine's reading of the same pattern accepts. */
class ShapeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "a|bc|",
                "(ab)*c",
                "(?:ab|c){2,3}",
                "[a-c]+1?",
                "[^a]b",
                ".b.",
                "a{2}",
                "a{1,}b",
                "(?i:aB)c",
                "\\d\\w\\s",
                "[\\d.-]+",
                "é+",
                "[äé]b",
                "(a?){3}b",
                "((a|b)*c)*",
                "a(b|(?i:c)d)?",
                "\\.\\(\\[",
                "(a|ab)(c|bcd)",
                "[a\\]b]+"
            })
    void acceptsWhatJavaAccepts(String shape) {
        Dfa dfa = Dfa.of(List.of(Shape.parse(shape)), 1000);
        Pattern pattern = Pattern.compile(shape.replace("\\s", "[ \\t\\r\\n]"));
        Random random = new Random(shape.hashCode());
        String[] letters = {
            "a", "b", "a", "b", "c", "A", "B", "1", "é", "ä", " ", ".", "(", "[", "]", "\n", "漢", "d", "😀"
        };
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(1 + i % 7);
            for (int j = 0; j < length; j++) {
                text.append(
                        random.nextBoolean()
                                ? letters[random.nextInt(letters.length)]
                                : shape.charAt(random.nextInt(shape.length())));
            }
            boolean expected = pattern.matcher(text).matches();
            assertThat(accepts(dfa, text.toString()))
                    .as("%s on %s", shape, text)
                    .isEqualTo(expected);
            accepted += expected ? 1 : 0;
        }
        assertThat(accepted).as("texts it accepts").isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a | `)` is missing",
                "a) | unexpected `)`",
                "[] | at least one character",
                "a** | not part of the syntax",
                "a+? | not part of the syntax",
                "^a | must be written \\^",
                "a{3,2} | m ≤ n",
                "a{2000} | m ≤ 1024",
                "\\b | not part of the syntax",
                "(?=a) | only (…)",
                "[b-a] | runs backwards",
                "a\\ | a lone \\"
            })
    void refusesWhatItDoesNotKnow(String shape, String message) {
        assertThatThrownBy(() -> Shape.parse(shape))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aLargeUpperEndIsTakenAsOpen() {
        Dfa dfa = Dfa.of(List.of(Shape.parse("[a-z]{20,2000}")), 100);
        assertThat(accepts(dfa, "a".repeat(19))).isFalse();
        assertThat(accepts(dfa, "a".repeat(5000))).isTrue();
    }

    @Test
    void givesUpBeforeItExplodes() {
        assertThatThrownBy(() -> Dfa.of(List.of(Shape.parse(".*a.{20}")), 1000))
                .isInstanceOf(ShapeException.class)
                .hasMessage("the automaton has more than 1000 states");
    }

    @Test
    void aShapeReadBackwardsAcceptsTheTextReadBackwards() {
        Dfa dfa = Dfa.of(List.of(Shape.parse("ab?(c|de)+f{2}").reversed()), 100);
        assertThat(accepts(dfa, "ffedcba")).isTrue();
        assertThat(accepts(dfa, "ffca")).isTrue();
        assertThat(accepts(dfa, "ffab")).isFalse();
    }

    @Test
    void aUnionTellsItsShapesApart() {
        Dfa dfa = Dfa.of(List.of(Shape.parse("ab+"), Shape.parse("a[bc]")), new int[] {7, 9}, 100);
        assertThat(dfa.labels(after(dfa, "ab"))).containsExactly(7, 9);
        assertThat(dfa.labels(after(dfa, "abb"))).containsExactly(7);
        assertThat(dfa.labels(after(dfa, "ac"))).containsExactly(9);
    }

    @Test
    void anAutomatonReadAgainIsTheSame() throws IOException {
        Dfa dfa = Dfa.of(List.of(Shape.parse("[a-z]{3,9}@x"), Shape.parse("\\p{L}+")), 1000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        dfa.write(new DataOutputStream(bytes));
        Dfa again = Dfa.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(again).usingRecursiveComparison().isEqualTo(dfa);
    }

    @Test
    void branchesTogetherAreTheShape() {
        Shape shape = Shape.parse("(ab|c{1,3})?[0-9]{2,4}(x|y)*");
        List<Shape> branches = Prefixes.branches(shape, 50);
        assertThat(branches).hasSizeGreaterThan(8);
        Dfa whole = Dfa.of(List.of(shape), 1000);
        Dfa parts = Dfa.of(List.of(Shape.anyOf(branches)), 1000);
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(8);
            for (int j = 0; j < length; j++) {
                text.append("abc01xy".charAt(random.nextInt(7)));
            }
            assertThat(accepts(parts, text.toString())).as(text.toString()).isEqualTo(accepts(whole, text.toString()));
        }
    }

    @Test
    void prefixesHoldEachFirstByteAndAnythingWhereAMatchMayBeOver() {
        List<ByteSet> sets = Prefixes.of(Shape.parse("a[bc]d?"), 4);
        assertThat(sets).containsExactly(ByteSet.of("a"), ByteSet.of("bc"), ByteSet.ALL, ByteSet.ALL);
    }

    private static boolean accepts(Dfa dfa, String text) {
        return dfa.accepts(after(dfa, text));
    }

    private static int after(Dfa dfa, String text) {
        int state = dfa.start();
        for (byte read : text.getBytes(StandardCharsets.UTF_8)) {
            state = dfa.step(state, read);
        }
        return state;
    }

    @Test
    void aClippedShapeBeginsAsTheShapeDoes() {
        int most = 5;
        Random random = new Random(29);
        for (String pattern :
                List.of("[a-b]{1,60}c", "(a?b){7,9}", "((a|b){2,}c){0,9}a{9}", "(a?){8}c", "ab{0,3}(c|a{6})")) {
            Shape shape = Shape.parse(pattern);
            Dfa whole = Dfa.of(List.of(shape), 1_000);
            Dfa clipped = Dfa.of(List.of(shape.clipped(most)), 1_000);
            for (int round = 0; round < 500; round++) {
                int state = whole.start();
                int clippedState = clipped.start();
                for (int at = 0; at < most; at++) {
                    byte next = (byte) ('a' + random.nextInt(3));
                    state = whole.step(state, next);
                    clippedState = clipped.step(clippedState, next);
                    assertThat(clippedState == Dfa.DEAD).as(pattern).isEqualTo(state == Dfa.DEAD);
                    assertThat(clipped.accepts(clippedState) || at == most - 1)
                            .as(pattern)
                            .isEqualTo(whole.accepts(state) || at == most - 1);
                }
            }
        }
    }

    @Test
    void knowsTheBytesOfItsMatches() {
        assertThat(Shape.parse("(a|b{0,2})c?[0-9]").bytes())
                .isEqualTo(ByteSet.of("abc").union(ByteSet.range('0', '9')));
    }
}

package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class LineMarksTest {
    private static final String SIGNS = ";<=>*+/[\\]^_{|}~\177";
    private static final String PIECES = "aB .(/{_=;é8\n\r*@x";

    private String text = "";

    @Test
    void tellsOfEachByteWhatItIs() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder drawn = new StringBuilder();
            int length = 1 + random.nextInt(3 * LineMarks.BYTES);
            for (int i = 0; i < length; i++) {
                drawn.append(
                        random.nextInt(4) == 0
                                ? (char) random.nextInt(256)
                                : PIECES.charAt(random.nextInt(PIECES.length())));
            }
            text = drawn.toString();
            int from = random.nextInt(length);
            byte[] bytes =
                    ("x".repeat(from) + text + "é.".repeat(random.nextInt(50))).getBytes(StandardCharsets.ISO_8859_1);
            LineMarks marks = new LineMarks();
            marks.begin(bytes, from, from + length);
            for (int block = 0; block < length; block += LineMarks.BYTES) {
                marks.next();
                assertThat(marks.start()).isEqualTo(from + block);
                assertMarked(marks.letters(), block, this::isLetter);
                assertMarked(marks.capitals(), block, this::isCapital);
                assertMarked(marks.starts(), block, this::starts);
                assertMarked(marks.begins(), block, i -> starts(i) && (isCapital(i) || at(i) > 127));
                assertMarked(marks.brackets(), block, this::isBracket);
                assertMarked(
                        marks.signs(),
                        block,
                        i -> SIGNS.indexOf(at(i)) >= 0 || isBracket(i) || (isLetter(i) && isStopInWord(i - 1)));
                assertMarked(marks.lineEnds(), block, i -> at(i) == '\n' || at(i) == '\r');
            }
        }
    }

    private void assertMarked(long marked, int block, IntPredicate expected) {
        long bits = 0;
        for (int i = 0; i < LineMarks.BYTES; i++) {
            bits |= block + i < text.length() && expected.test(block + i) ? 1L << i : 0;
        }
        assertThat(Long.toBinaryString(marked)).as("%s from %d on", text, block).isEqualTo(Long.toBinaryString(bits));
    }

    /** A blank where the text does not reach. */
    private char at(int i) {
        return i < 0 || i >= text.length() ? ' ' : text.charAt(i);
    }

    private boolean isLetter(int i) {
        return ByteKind.isLetter((byte) at(i));
    }

    private boolean isCapital(int i) {
        return at(i) >= 'A' && at(i) <= 'Z';
    }

    private boolean starts(int i) {
        return isLetter(i) && !isLetter(i - 1) && at(i - 1) != '.' && !LineMarks.glues((byte) at(i - 1));
    }

    private boolean isBracket(int i) {
        return at(i) == '(' && isLetter(i - 1);
    }

    private boolean isStopInWord(int i) {
        return at(i) == '.' && isLetter(i - 1);
    }
}

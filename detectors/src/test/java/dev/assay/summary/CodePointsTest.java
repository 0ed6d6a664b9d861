package dev.assay.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointsTest {
    /** Whatever was asked before: ascending, back again, in another cell. */
    @Test
    void countsWhatStandsBeforeAByteOfACell() {
        Random random = new Random(5);
        String[] pieces = {"a", "bcd", "ß", "日", "\uD83D\uDE00", " "};
        CodePoints codePoints = new CodePoints();
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 80; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            codePoints.begin();
            for (int n = 0; n < 20; n++) {
                int start = text.offsetByCodePoints(0, random.nextInt(3) * 20);
                int end = text.offsetByCodePoints(start, random.nextInt(20));
                assertThat(codePoints.before(bytes, byteAt(text, start), byteAt(text, end)))
                        .isEqualTo(text.codePointCount(start, end));
            }
        }
    }

    private static int byteAt(StringBuilder text, int index) {
        return text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }
}

package dev.assay.detect.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {
    /** Bytes of no character on both sides, as a batch has. */
    private static final int PADDING = 16;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nextHiddenIsTheFirstRunThatHidesText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] text = text(random);
            int limit = text.length - PADDING;
            for (int from = PADDING; from < limit; from += 1 + random.nextInt(40)) {
                assertThat(Base64Text.nextHidden(text, new ByteByByte(text), from, limit))
                        .as("round " + round + ", from " + from)
                        .isEqualTo(firstHidden(text, from, limit));
            }
        }
    }

    private static final class ByteByByte implements TextMarks {
        private final byte[] text;

        ByteByByte(byte[] text) {
            this.text = text;
        }

        @Override
        public int nextSign(int from, int to) {
            return from;
        }

        @Override
        public int nextLongRun(int from, int to) {
            int at = from;
            while (at < to && Base64Text.runEnd(text, at, text.length) - at < Base64Text.SHORTEST) {
                at++;
            }
            return at;
        }
    }

    /** Words, marks, runs of either alphabet and text in base64, in any order. */
    private static byte[] text(Random random) {
        String alphabet = "ABCXYZabcxyz0189+/-_";
        String marks = " \n.,:=@[`{~é日\u0001";
        StringBuilder text = new StringBuilder();
        while (text.length() < 300) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(marks.charAt(random.nextInt(marks.length())));
                case 1 ->
                    text.append(Base64.getEncoder()
                            .withoutPadding()
                            .encodeToString("a text of so many words "
                                    .repeat(3)
                                    .substring(0, 12 + random.nextInt(40))
                                    .getBytes(StandardCharsets.US_ASCII)));
                default -> {
                    for (int length = random.nextInt(30); length > 0; length--) {
                        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                }
            }
        }
        byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = new byte[utf8.length + 2 * PADDING];
        Arrays.fill(padded, (byte) 0xFF);
        System.arraycopy(utf8, 0, padded, PADDING, utf8.length);
        return padded;
    }

    private static int firstHidden(byte[] text, int from, int limit) {
        int at = from;
        while (at < limit) {
            boolean begins = Base64Text.value(text[at]) >= 0 && Base64Text.value(text[at - 1]) < 0;
            if (begins && Base64Text.hidesText(text, at, Base64Text.runEnd(text, at, limit))) {
                return at;
            }
            at++;
        }
        return limit;
    }

    @Test
    void shortRunsHideNothing() {
        byte[] text = text(new Random(9));

        assertThat(Base64Text.hidesText(text, PADDING, PADDING + 8)).isFalse();
    }
}

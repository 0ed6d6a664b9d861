package dev.assay.detect.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntropyTest {
    @Test
    void knowsTheExactCases() {
        assertThat(milliBits("aaaaaaaa")).isZero();
        assertThat(milliBits("abababab")).isEqualTo(1000);
        assertThat(milliBits("abcdabcd")).isEqualTo(2000);
        assertThat(milliBits("0123456789abcdef")).isEqualTo(4000);
        assertThat(milliBits("")).isZero();
    }

    @Test
    void reachesItsOwnValueAndNotMore() {
        byte[] bytes = utf8("abcdabcd");
        assertThat(Entropy.atLeast(bytes, 0, 8, 2000)).isTrue();
        assertThat(Entropy.atLeast(bytes, 0, 8, 2001)).isFalse();
        assertThat(Entropy.atLeast(bytes, 0, 4, 2000)).isTrue();
        assertThat(Entropy.atLeast(bytes, 3, 3, 1)).isFalse();
    }

    @Test
    void agreesWithFloatingPointToAThousandthOfABit() {
        Random random = new Random(20_260_101);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            int alphabet = 1 + random.nextInt(80);
            int[] counts = new int[256];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt(alphabet);
                counts[bytes[i]]++;
            }
            double expected = 0;
            for (int count : counts) {
                double share = (double) count / bytes.length;
                expected -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
            }
            assertThat((double) Entropy.milliBits(bytes, 0, bytes.length))
                    .as("round %d of seed 20260101", round)
                    .isCloseTo(expected * 1000, within(1.0));
        }
    }

    @Test
    void judgesLongStretchesByTheirBeginning() {
        byte[] bytes = utf8("a".repeat(Entropy.MAX_BYTES) + "0123456789".repeat(1000));
        assertThat(Entropy.atLeast(bytes, 0, bytes.length, 1)).isFalse();
    }

    private static int milliBits(String text) {
        return Entropy.milliBits(utf8(text), 0, text.length());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

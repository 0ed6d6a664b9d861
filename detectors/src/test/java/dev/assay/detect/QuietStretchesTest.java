package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.shape.ByteSet;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left out, against asking position by position. */
class QuietStretchesTest {
    private static final long SEED = 3;

    @Test
    void leavesOutWhatLiesInAStretchAndIsNotSpared() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[2_000];
            boolean[] isQuiet = new boolean[bytes.length];
            QuietStretches quiet = new QuietStretches();
            for (int at = random.nextInt(100); at < bytes.length; at += random.nextInt(60)) {
                int end = Math.min(at + random.nextInt(3) * random.nextInt(40), bytes.length);
                quiet.add(at, end);
                Arrays.fill(isQuiet, at, end, true);
                at = end;
            }
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(9) == 0 ? '@' : 'a');
            }
            int from = random.nextInt(bytes.length);
            int[] positions = IntStream.range(from, bytes.length)
                    .filter(at -> random.nextInt(4) == 0)
                    .toArray();
            int[] expected = Arrays.stream(positions)
                    .filter(at -> !isQuiet[at] || bytes[at] == '@')
                    .toArray();

            int kept = quiet.leaveOut(bytes, positions, 0, positions.length, ByteSet.of("@"));

            assertThat(Arrays.copyOf(positions, kept))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(expected);
        }
    }
}

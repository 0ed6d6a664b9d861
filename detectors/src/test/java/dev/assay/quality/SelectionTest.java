package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void findsWhatSortingFinds() {
        Random random = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            int bits = 1 + random.nextInt(63);
            long[] numbers = random.longs(1 + random.nextInt(300))
                    .map(number -> number >>> (Long.SIZE - bits))
                    .toArray();
            long[] sorted = numbers.clone();
            Arrays.sort(sorted);
            int place = random.nextInt(numbers.length);
            assertThat(Selection.smallest(numbers, place)).as("round %d", round).isEqualTo(sorted[place]);
        }
    }

    @Test
    void equalNumbersAreOne() {
        long[] numbers = {7, 7, 7, 7};
        assertThat(Selection.smallest(numbers, 3)).isEqualTo(7);
    }
}

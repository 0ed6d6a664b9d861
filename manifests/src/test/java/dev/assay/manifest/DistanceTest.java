package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DistanceTest {
    private static Histogram histogram(long... counts) {
        TreeMap<Integer, Long> buckets = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                buckets.put(i, counts[i]);
            }
        }
        return new Histogram(buckets);
    }

    @Test
    void aHistogramIsNotFarFromItself() {
        Histogram some = histogram(3, 0, 5, 9, 1, 200);

        assertThat(Distance.between(some, some)).isEqualTo(new Distance(0, 0, 0));
    }

    @Test
    void apartIsAsFarAsCanBe() {
        Distance distance = Distance.between(histogram(50, 0), histogram(0, 50));

        assertThat(distance.ksPpm()).isEqualTo(1_000_000);
        assertThat(distance.jsPpm()).isBetween(999_999L, 1_000_000L);
        assertThat(distance.psiPpm()).isGreaterThan(5_000_000);
    }

    /** Worked out by hand: shares 0.5 and 0.5 against 0.25 and 0.75. */
    @Test
    void agreesWithAnExampleWorkedOutByHand() {
        Distance distance = Distance.between(histogram(500_000, 500_000), histogram(250_000, 750_000));

        assertThat(distance.ksPpm()).isEqualTo(250_000);
        // 0.25 ln 2 + 0.25 ln 1.5 = 0.274653…
        assertThat(distance.psiPpm()).isBetween(274_650L, 274_656L);
        // H(0.375) − (H(0.5) + H(0.25)) / 2 = 0.954434 − 0.905639 bits
        assertThat(distance.jsPpm()).isBetween(48_793L, 48_796L);
    }

    @Test
    void sizesDoNotMatterSharesDo() {
        Distance distance = Distance.between(histogram(10, 20, 30), histogram(1_000, 2_000, 3_000));

        assertThat(distance.ksPpm()).isZero();
        assertThat(distance.jsPpm()).isZero();
    }

    @Test
    void twoSamplesOfOneDistributionAreNear() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 50; round++) {
            long[] a = new long[64];
            long[] b = new long[64];
            for (int i = 0; i < 2_000; i++) {
                a[random.nextInt(64)]++;
                b[random.nextInt(64)]++;
            }

            Distance distance = Distance.between(histogram(a), histogram(b));

            assertThat(distance.psiPpm()).as("round %d", round).isLessThan(50_000);
            assertThat(distance.jsPpm()).as("round %d", round).isLessThan(10_000);
        }
    }
}

package dev.assay.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCounterTest {

    @Test
    void nothingIsZero() {
        assertThat(new DistinctCounter().estimate()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 1_000, 5_000, 20_000, 300_000})
    void estimatesWithinFourStandardErrors(int distinct) {
        DistinctCounter counter = of(0, distinct);

        long tolerance = Math.max(1, distinct * 92L / 1_000);
        assertThat(counter.estimate()).isCloseTo(distinct, within(tolerance));
    }

    @Test
    void repeatedValuesCountOnce() {
        DistinctCounter counter = of(0, 50);
        counter.merge(of(0, 50));

        assertThat(counter.estimate()).isEqualTo(of(0, 50).estimate());
    }

    @Test
    void mergingInAnyOrderAndGroupingGivesTheSameState() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 50; round++) {
            int cut = random.nextInt(900);
            int cut2 = cut + random.nextInt(1_000 - cut);
            DistinctCounter forward = of(0, cut);
            forward.merge(of(cut, cut2));
            forward.merge(of(cut2, 1_000));
            DistinctCounter backward = of(cut2, 1_000);
            DistinctCounter middle = of(cut, cut2);
            middle.merge(of(0, cut));
            backward.merge(middle);

            assertThat(forward).isEqualTo(backward).isEqualTo(of(0, 1_000));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 100_000})
    void readsBackWhatItWrote(int distinct) {
        DistinctCounter counter = of(0, distinct);

        DistinctCounter read = DistinctCounter.decode(counter.encode());

        assertThat(read).isEqualTo(counter);
        assertThat(read.encode()).isEqualTo(counter.encode());
    }

    private static DistinctCounter of(int from, int to) {
        DistinctCounter counter = new DistinctCounter();
        for (int i = from; i < to; i++) {
            counter.add(ValueHash.of("value " + i));
        }
        return counter;
    }
}

package dev.assay.detect.pii;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.Check.Verdict;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RememberedNumbersTest {
    private static final long SEED = 3;

    private final RememberedNumbers remembered = new RememberedNumbers();

    @Test
    void knowsNothingOfWhatItWasNotTold() {
        assertThat(remembered.verdict(2009571, 7)).isNull();
    }

    @Test
    void tellsNumbersApartThatDifferByZerosInFront() {
        remembered.remember(301234567, 9, Verdict.INVALID);
        remembered.remember(301234567, 10, Verdict.VALID);
        assertThat(remembered.verdict(301234567, 9)).isEqualTo(Verdict.INVALID);
        assertThat(remembered.verdict(301234567, 10)).isEqualTo(Verdict.VALID);
        assertThat(remembered.verdict(301234567, 11)).isNull();
    }

    @Test
    void saysOfManyNumbersWhatItWasToldOrNothing() {
        Random random = new Random(SEED);
        int known = 0;
        for (int i = 0; i < 100_000; i++) {
            long number = 1L + random.nextInt(20_000);
            Verdict right = number % 2 == 0 ? Verdict.VALID : Verdict.INVALID;
            Verdict told = remembered.verdict(number, 7);
            assertThat(told == null || told == right).isTrue();
            known += told == null ? 0 : 1;
            remembered.remember(number, 7, right);
        }
        assertThat(known).as("numbers known").isGreaterThan(10_000);
    }
}

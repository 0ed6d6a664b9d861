package dev.assay.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.summary.ChanceTest.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class ChanceTestTest {

    @ParameterizedTest
    @CsvSource({
        "200, 200, 100000, BEYOND_CHANCE",
        "20, 200, 100000, NOISE",
        "28, 200, 100000, NOISE",
        "42, 200, 100000, UNDECIDED",
        "120, 200, 100000, BEYOND_CHANCE",
        "10, 10, 100000, BEYOND_CHANCE",
        "5, 5, 100000, UNDECIDED",
        "2, 2, 100000, UNDECIDED",
        "1, 19, 100000, UNDECIDED",
        "1, 20, 100000, NOISE",
        "10000000, 10000000, 890000, BEYOND_CHANCE",
        "8900000, 10000000, 890000, UNDECIDED",
        "25, 25, 890000, UNDECIDED",
        "0, 100, 100000, NOISE"
    })
    void weighsPassingAgainstChance(long passing, long values, long chancePpm, Verdict verdict) {
        assertThat(ChanceTest.judge(passing, values, chancePpm)).isEqualTo(verdict);
    }

    @Test
    void isNeverSurerThanTheExactTail() {
        for (int values = 1; values <= 120; values++) {
            for (int passing = 0; passing <= values; passing++) {
                if (ChanceTest.judge(passing, values, 100_000) == Verdict.BEYOND_CHANCE) {
                    assertThat(tail(passing, values, new BigDecimal("0.1")))
                            .as("%s of %s", passing, values)
                            .isLessThanOrEqualTo(new BigDecimal("1e-9"));
                }
            }
        }
    }

    /** The sum itself, term by term. */
    private static BigDecimal tail(int passing, int values, BigDecimal chance) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal choose = BigDecimal.ONE;
        for (int k = 0; k <= values; k++) {
            if (k >= passing) {
                sum = sum.add(choose.multiply(chance.pow(k))
                        .multiply(BigDecimal.ONE.subtract(chance).pow(values - k)));
            }
            choose = choose.multiply(BigDecimal.valueOf(values - k))
                    .divide(BigDecimal.valueOf(k + 1L), MathContext.DECIMAL128);
        }
        return sum;
    }
}

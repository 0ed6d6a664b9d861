package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.TextCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellMeasureTest {

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "0, INTEGER",
        "-12, INTEGER",
        "007, TEXT",
        "-, TEXT",
        "1.5, DECIMAL",
        "1., TEXT",
        ".5, TEXT",
        "1e3, DECIMAL",
        "1E-3, DECIMAL",
        "1e, TEXT",
        "12a, TEXT",
        "true, TRUTH",
        "False, TRUTH",
        "truth, TEXT",
        "2024-02-29, DATE",
        "2023-02-29, TEXT",
        "2024-02-29T10:00:00Z, DATE",
        "2024-02-29 10:00, DATE",
        "2024-02-29 noon, TEXT",
        "2024-13-01, TEXT",
        "hello, TEXT",
        "+1, TEXT"
    })
    void tellsKindsApart(String text, ValueKind kind) {
        assertThat(measured(text).kind).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "null", "NaN", "-", "?", "Unknown", "#N/A"})
    void knowsWordsForNoValue(String text) {
        assertThat(measured(text).marker).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "nab", "--x", "0", "nullable"})
    void takesOtherWordsForValues(String text) {
        assertThat(measured(text).marker).isFalse();
    }

    @Test
    void countsCodePoints() {
        assertThat(measured("a\u00e9\u20ac\ud83d\ude00").length).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "99999, 99999, 99999",
        "100001, 100000, 100010",
        "-100001, -100010, -100000",
        "123456789, 123450000, 123460000",
        "0.000123456, 0.00012345, 0.00012346",
        "999999, 999990, 1000000",
        "-0.5, -0.5, -0.5",
        "1.5e3, 1500, 1500",
        "12.0000000, 12, 12"
    })
    void roundsOutwardsToFiveDigits(String text, String floor, String ceiling) {
        CellMeasure cell = measured(text);

        assertThat(RoundedNumber.text(RoundedNumber.floor(cell.number, cell.inexact)))
                .isEqualTo(floor);
        assertThat(RoundedNumber.text(RoundedNumber.ceiling(cell.number, cell.inexact)))
                .isEqualTo(ceiling);
    }

    @Test
    void codesAreOrderedAsTheNumbers() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 20_000; round++) {
            BigDecimal a = number(random);
            BigDecimal b = number(random);
            MathContext five = new MathContext(RoundedNumber.DIGITS, RoundingMode.DOWN);

            int expected = a.round(five).compareTo(b.round(five));

            assertThat(Long.signum(Long.compare(measured(a.toString()).number, measured(b.toString()).number)))
                    .as("%s and %s", a, b)
                    .isEqualTo(expected);
        }
    }

    private static BigDecimal number(SplittableRandom random) {
        return new BigDecimal(java.math.BigInteger.valueOf(random.nextInt(-2_000, 2_000)), random.nextInt(-12, 12))
                .multiply(BigDecimal.valueOf(random.nextInt(1, 1_000)));
    }

    @Test
    void countsDaysAsTheCalendarDoes() {
        for (LocalDate day = LocalDate.of(1583, 1, 1); day.getYear() < 2405; day = day.plusDays(37)) {
            assertThat(measured(day.toString()).day).isEqualTo((int) day.toEpochDay());
        }
    }

    @Test
    void gridsAreMonotonous() {
        long last = Long.MIN_VALUE;
        for (int length = 0; length < 100_000; length++) {
            assertThat(LengthGrid.bucket(length)).isGreaterThanOrEqualTo((int) Math.max(0, last));
            last = LengthGrid.bucket(length);
        }
        assertThat(LengthGrid.bucket(Integer.MAX_VALUE)).isEqualTo(LengthGrid.BUCKETS - 1);
        int before = -NumberGrid.SIDE;
        for (int tenth = -99_999; tenth <= 99_999; tenth++) {
            int bucket = NumberGrid.bucket(measured(BigDecimal.valueOf(tenth, 1).toPlainString()).number);
            assertThat(bucket).isGreaterThanOrEqualTo(before);
            before = bucket;
        }
        assertThat(NumberGrid.bucket(measured("1e300").number)).isEqualTo(NumberGrid.SIDE);
        assertThat(NumberGrid.bucket(measured("-1e300").number)).isEqualTo(-NumberGrid.SIDE);
        assertThat(NumberGrid.bucket(measured("1e-300").number)).isEqualTo(1);
        assertThat(NumberGrid.bucket(measured("24").number)).isEqualTo(NumberGrid.bucket(measured("20.1").number));
        assertThat(NumberGrid.bucket(measured("25").number)).isGreaterThan(NumberGrid.bucket(measured("24").number));
    }

    private static CellMeasure measured(String text) {
        TextCell cell = TextCell.of(text);
        CellMeasure measure = new CellMeasure();
        measure.measure(cell.bytes(), cell.start(), cell.end());
        return measure;
    }
}

package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.CellBatch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredCellsTest {

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
        assertThat(CellShape.kind(measured(text).shape(0))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "null", "NaN", "-", "?", "Unknown", "#N/A"})
    void knowsWordsForNoValue(String text) {
        assertThat(CellShape.isMarker(measured(text).shape(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "nab", "--x", "0", "nullable"})
    void takesOtherWordsForValues(String text) {
        assertThat(CellShape.isMarker(measured(text).shape(0))).isFalse();
    }

    @Test
    void countsCodePoints() {
        assertThat(measured("a\u00e9\u20ac\ud83d\ude00").length(0)).isEqualTo(4);
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
        MeasuredCells cell = measured(text);

        assertThat(RoundedNumber.text(RoundedNumber.floor(cell.number(0), cell.isInexact(0))))
                .isEqualTo(floor);
        assertThat(RoundedNumber.text(RoundedNumber.ceiling(cell.number(0), cell.isInexact(0))))
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

            assertThat(Long.signum(Long.compare(
                            measured(a.toString()).number(0),
                            measured(b.toString()).number(0))))
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
            assertThat(WrittenDay.sinceEpoch(measured(day.toString()).day(0))).isEqualTo((int) day.toEpochDay());
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
            int bucket = measured(BigDecimal.valueOf(tenth, 1).toPlainString()).bucket(0);
            assertThat(bucket).isGreaterThanOrEqualTo(before);
            before = bucket;
        }
        assertThat(measured("1e300").bucket(0)).isEqualTo(NumberGrid.SIDE);
        assertThat(measured("-1e300").bucket(0)).isEqualTo(-NumberGrid.SIDE);
        assertThat(measured("1e-300").bucket(0)).isEqualTo(1);
        assertThat(measured("24").bucket(0)).isEqualTo(measured("20.1").bucket(0));
        assertThat(measured("25").bucket(0)).isGreaterThan(measured("24").bucket(0));
    }

    /** Numbers of every length, with a point anywhere, against arbitrary precision. */
    @Test
    void numbersAreRoundedAsByArithmetic() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 50_000; round++) {
            String digits = random.nextInt(1, 10) + "" + random.nextLong(1, 1_000_000_000_000L);
            String shown = digits.substring(0, random.nextInt(1, digits.length() + 1));
            int point = random.nextInt(-3, shown.length() + 1);
            String text = (random.nextInt(4) == 0 ? "-" : "")
                    + (point <= 0 ? "0." + "0".repeat(-point) + shown : shown.substring(0, point))
                    + (point > 0 && point < shown.length() ? "." + shown.substring(point) : "")
                    + (random.nextInt(5) == 0 ? "e" + random.nextInt(-30, 30) : "");
            BigDecimal exact = new BigDecimal(text);
            BigDecimal cut = exact.round(new MathContext(RoundedNumber.DIGITS, RoundingMode.DOWN));

            MeasuredCells cell = measured(text);

            assertThat(new BigDecimal(RoundedNumber.text(cell.number(0))))
                    .as(text)
                    .isEqualByComparingTo(cut);
            assertThat(cell.isInexact(0)).as(text).isEqualTo(cut.compareTo(exact) != 0);
        }
    }

    private static MeasuredCells measured(String text) {
        MeasuredCells measured = new MeasuredCells(1);
        measured.measure(CellBatch.of(List.of(text)), 0, 1);
        return measured;
    }
}

package dev.assay.quality;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A decimal number cut to its first five significant digits, as one {@code long} whose order is the numbers' order. Zero
 * is 0, a positive number is
 *
 * <pre>
 *  1 + (exponent + 400) · 90000 + (digits − 10000),    10000 ≤ digits ≤ 99999, number ≈ digits · 10^(exponent − 4)
 * </pre>
 *
 * and a negative one the negative of that. The next code is the next larger number of five digits, across powers of ten.
 * Five digits keep every integer below 100,000 whole and no identifier.
 */
final class RoundedNumber {
    static final int DIGITS = 5;

    private static final int OFFSET = 400;
    private static final int SMALLEST = 10_000;
    private static final int PER_EXPONENT = 90_000;
    private static final long LARGEST_CODE = 2L * OFFSET * PER_EXPONENT;

    private RoundedNumber() {}

    /**
     * Makes a code, rounded towards zero.
     *
     * @param digits five significant digits, the first not 0
     * @param exponent power of ten of the first digit; what is too small or too large for a double becomes the smallest or
     *     largest code
     */
    static long code(int digits, int exponent, int sign) {
        long magnitude = 1 + (long) (exponent + OFFSET) * PER_EXPONENT + (digits - SMALLEST);
        return sign * Math.max(1, Math.min(LARGEST_CODE, magnitude));
    }

    /** The largest code not above a number that was rounded towards zero to {@code code}. */
    static long floor(long code, boolean inexact) {
        return inexact && code < 0 ? code - 1 : code;
    }

    /** The smallest code not below it. */
    static long ceiling(long code, boolean inexact) {
        return inexact && code > 0 ? code + 1 : code;
    }

    /** The number, in plain digits where that takes at most 40 characters. */
    static String text(long code) {
        if (code == 0) {
            return "0";
        }
        BigDecimal value = new BigDecimal(BigInteger.valueOf(digits(code)), DIGITS - 1 - exponent(code));
        BigDecimal signed = code < 0 ? value.negate() : value;
        BigDecimal bare = signed.stripTrailingZeros();
        String plain = bare.toPlainString();
        return plain.length() <= 40 ? plain : bare.toString();
    }

    /** The five digits of a code that is not 0. */
    static int digits(long code) {
        return (int) ((Math.abs(code) - 1) % PER_EXPONENT) + SMALLEST;
    }

    /** The power of ten of the first digit of a code that is not 0. */
    static int exponent(long code) {
        return (int) ((Math.abs(code) - 1) / PER_EXPONENT) - OFFSET;
    }
}

package dev.assay.detect.text;

/**
 * Tells ASCII letters and digits in eight bytes at once, the first byte lowest. Each answer is the high bit of each byte that is
 * one; bytes of other characters are none. No carry passes from byte to byte, for all sums are of seven bits.
 */
public final class AsciiBytes {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long FOLDS = 0x2020202020202020L;

    private AsciiBytes() {}

    /** Digits. */
    public static long digits(long eight) {
        long low = eight & ~HIGHS;
        return (low + (0x80 - '0') * ONES) & ~(low + (0x7F - '9') * ONES) & ~eight & HIGHS;
    }

    /** Letters. */
    public static long letters(long eight) {
        long folded = (eight & ~HIGHS) | FOLDS;
        return (folded + (0x80 - 'a') * ONES) & ~(folded + (0x7F - 'z') * ONES) & ~eight & HIGHS;
    }

    /** Letters and digits. */
    public static long lettersOrDigits(long eight) {
        return letters(eight) | digits(eight);
    }
}

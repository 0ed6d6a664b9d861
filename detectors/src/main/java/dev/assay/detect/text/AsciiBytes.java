package dev.assay.detect.text;

/**
 * Tells ASCII characters in eight bytes at once, the first byte lowest. Each answer is the high bit of each byte that is
 * one; bytes of other characters are none. No carry passes from byte to byte, for all sums are of seven bits.
 */
public final class AsciiBytes {
    /** The high bit of each byte: set where a byte is no ASCII. */
    public static final long HIGHS = 0x8080808080808080L;

    private static final long ONES = 0x0101010101010101L;
    private static final long FOLDS = 0x2020202020202020L;

    private AsciiBytes() {}

    /** Digits. */
    public static long digits(long eight) {
        return between(eight, '0', '9');
    }

    /** Letters. */
    public static long letters(long eight) {
        return between(eight | FOLDS, 'a', 'z');
    }

    /** Capital letters. */
    public static long capitals(long eight) {
        return between(eight, 'A', 'Z');
    }

    /** Letters and digits. */
    public static long lettersOrDigits(long eight) {
        return letters(eight) | digits(eight);
    }

    /** Letters, digits and whatever is no ASCII, in fewer steps than asking for each; the other bits of a byte mean nothing. */
    public static long lettersDigitsOrBeyond(long eight) {
        long low = eight & ~HIGHS;
        long small = low | FOLDS;
        long letter = (small + (0x80 - 'a') * ONES) & ~(small + (0x7F - 'z') * ONES);
        long digit = (low + (0x80 - '0') * ONES) & ~(low + (0x7F - '9') * ONES);
        return letter | digit | eight;
    }

    /** One character of ASCII. */
    public static long equal(long eight, char one) {
        return between(eight, one, one);
    }

    /**
     * The characters of a stretch of ASCII.
     *
     * @param first the lowest of them
     * @param last the highest of them
     */
    public static long between(long eight, char first, char last) {
        long low = eight & ~HIGHS;
        return (low + (0x80 - first) * ONES) & ~(low + (0x7F - last) * ONES) & ~eight & HIGHS;
    }
}

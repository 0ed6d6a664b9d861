package dev.assay.quality;

/**
 * A fixed logarithmic grid over decimal numbers: 26 buckets a decade, whose lower bounds have the leading digits 1.0, 1.1
 * … 1.9, 2.0, 2.5, 3.0 … 9.5. Bucket 0 is zero, positive buckets are numbers above it, a negative bucket −b the mirror
 * image of b. What is nearer to zero than 10^-20, or beyond 10^40, falls in the outermost bucket of its side.
 */
final class NumberGrid {
    private static final int PER_DECADE = 26;
    private static final int MIN_EXPONENT = -20;
    private static final int MAX_EXPONENT = 40;

    /** Buckets on one side of zero. */
    static final int SIDE = (MAX_EXPONENT - MIN_EXPONENT + 1) * PER_DECADE;

    /** The step of a decade by the first two digits. */
    private static final byte[] STEPS = new byte[100];

    static {
        for (int tenths = 10; tenths < STEPS.length; tenths++) {
            STEPS[tenths] = (byte) (tenths < 20 ? tenths - 10 : 10 + (tenths - 20) / 5);
        }
    }

    private NumberGrid() {}

    /**
     * The bucket of a number that is not zero.
     *
     * @param digits its first five digits, the first not 0
     * @param exponent power of ten of the first digit
     */
    static int bucket(int digits, int exponent, int sign) {
        int step = STEPS[digits / 1000];
        if (exponent < MIN_EXPONENT || exponent > MAX_EXPONENT) {
            return sign * (exponent < MIN_EXPONENT ? 1 : SIDE);
        }
        return sign * (1 + (exponent - MIN_EXPONENT) * PER_DECADE + step);
    }
}

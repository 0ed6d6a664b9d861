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

    private NumberGrid() {}

    static int bucket(long code) {
        if (code == 0) {
            return 0;
        }
        int exponent = RoundedNumber.exponent(code);
        int step;
        if (exponent < MIN_EXPONENT) {
            exponent = MIN_EXPONENT;
            step = 0;
        } else if (exponent > MAX_EXPONENT) {
            exponent = MAX_EXPONENT;
            step = PER_DECADE - 1;
        } else {
            int tenths = RoundedNumber.digits(code) / 1000;
            step = tenths < 20 ? tenths - 10 : 10 + (tenths - 20) / 5;
        }
        int bucket = 1 + (exponent - MIN_EXPONENT) * PER_DECADE + step;
        return code < 0 ? -bucket : bucket;
    }
}

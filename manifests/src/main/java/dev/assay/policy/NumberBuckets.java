package dev.assay.policy;

/** Reads the grid of {@code quality.columns[].numbers}: 26 buckets a decade, with leading digits 1.0, 1.1 … 1.9, 2.0, 2.5 … 9.5. */
final class NumberBuckets {
    private static final int PER_DECADE = 26;
    private static final int FIRST_EXPONENT = -20;
    /** Leading digits that have a bucket for each tenth. */
    private static final int FINE_STEPS = 10;

    private NumberBuckets() {}

    /** Whether the least number of a bucket that is not negative is below {@code limit}, a number of one or two digits. */
    static boolean isBelow(int bucket, int limit) {
        if (bucket == 0) {
            return limit > 0;
        }
        int exponent = FIRST_EXPONENT + (bucket - 1) / PER_DECADE;
        int step = (bucket - 1) % PER_DECADE;
        int tenths = step < FINE_STEPS ? FINE_STEPS + step : 2 * FINE_STEPS + (step - FINE_STEPS) * 5;
        return switch (exponent) {
            case 0 -> tenths < limit * 10;
            case 1 -> tenths < limit;
            default -> exponent < 0;
        };
    }
}

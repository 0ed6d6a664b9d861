package dev.assay.quality;

/**
 * A fixed logarithmic grid over lengths: 0 to 7 have buckets of their own, then each doubling is cut in four. A bucket is
 * at most a quarter wider than its lower bound.
 */
final class LengthGrid {
    /** How many buckets lengths up to 2^31 − 1 take. */
    static final int BUCKETS = 8 + 4 * (31 - 3);

    private LengthGrid() {}

    static int bucket(int length) {
        if (length < 8) {
            return length;
        }
        int log = 31 - Integer.numberOfLeadingZeros(length);
        return 8 + (log - 3) * 4 + ((length >>> (log - 2)) & 3);
    }
}

package dev.assay.detect.secret;

/**
 * Shannon entropy of a stretch of bytes, decided in whole numbers so that every machine agrees.
 *
 * <p>With n bytes and counts c, the entropy is log2(n) − Σ c·log2(c) / n. Both sides are multiplied by n, and c·log2(c)
 * comes from a fixed-point table that is itself computed in whole numbers.
 */
final class Entropy {
    /** Longer stretches are judged by their first bytes. */
    static final int MAX_BYTES = 2048;

    private static final int FRACTION_BITS = 24;
    private static final int MANTISSA_BITS = 30;
    private static final long[] COUNT_LOG = countLogs();
    private static final ThreadLocal<int[]> COUNTS = ThreadLocal.withInitial(() -> new int[256]);

    private Entropy() {}

    /**
     * Whether the bytes carry at least this much.
     *
     * @param milliBits thousandths of a bit per byte
     */
    static boolean atLeast(byte[] bytes, int start, int end, int milliBits) {
        int length = Math.min(end - start, MAX_BYTES);
        if (length <= 0) {
            return milliBits <= 0;
        }
        return 1000L * total(bytes, start, start + length) >= ((long) milliBits * length) << FRACTION_BITS;
    }

    /** Entropy per byte in thousandths of a bit, rounded down. */
    static int milliBits(byte[] bytes, int start, int end) {
        int length = Math.min(end - start, MAX_BYTES);
        return length <= 0 ? 0 : (int) (1000L * total(bytes, start, start + length) / ((long) length << FRACTION_BITS));
    }

    private static long total(byte[] bytes, int start, int end) {
        int[] counts = COUNTS.get();
        for (int i = start; i < end; i++) {
            counts[bytes[i] & 0xFF]++;
        }
        long sum = COUNT_LOG[end - start];
        for (int i = start; i < end; i++) {
            int symbol = bytes[i] & 0xFF;
            sum -= COUNT_LOG[counts[symbol]];
            counts[symbol] = 0;
        }
        return sum;
    }

    private static long[] countLogs() {
        long[] table = new long[MAX_BYTES + 1];
        for (int count = 2; count < table.length; count++) {
            table[count] = count * log2(count);
        }
        return table;
    }

    /** Binary logarithm of a number above 0, by repeated squaring of its mantissa: each squaring yields one more bit. */
    private static long log2(int number) {
        int whole = 31 - Integer.numberOfLeadingZeros(number);
        long mantissa = ((long) number << MANTISSA_BITS) >> whole;
        long log = whole;
        for (int bit = 0; bit < FRACTION_BITS; bit++) {
            mantissa = (mantissa * mantissa) >> MANTISSA_BITS;
            log <<= 1;
            if (mantissa >> (MANTISSA_BITS + 1) != 0) {
                log |= 1;
                mantissa >>= 1;
            }
        }
        return log;
    }
}

package dev.assay.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for a byte, eight bytes at a time. */
final class ByteSearch {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private ByteSearch() {}

    /**
     * Index of the first such byte in {@code [from, to)}, or {@code to} if there is none.
     *
     * @param wanted an ASCII character
     */
    static int next(byte[] bytes, int from, int to, char wanted) {
        return nextOf(bytes, from, to, wanted, wanted);
    }

    /** As {@link #next}, for either of two. */
    static int nextOf(byte[] bytes, int from, int to, char one, char other) {
        long ones = ONES * one;
        long others = ONES * other;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long eight = (long) LONG.get(bytes, i);
            long found = zeros(eight ^ ones) | zeros(eight ^ others);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && bytes[i] != one && bytes[i] != other) {
            i++;
        }
        return i;
    }

    /** High bits of which the lowest is that of the first byte that is 0: where subtracting 1 first sets one that was clear. */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGH_BITS;
    }
}

package dev.assay.detect.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Up to eight bytes of an array as one number, the first byte lowest. */
public final class EightBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    /**
     * The bytes from a place on, those that are not asked for zero.
     *
     * @param count 1 to 8, no more than the array has
     */
    public static long of(byte[] bytes, int from, int count) {
        if (from + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, from) & (-1L >>> (Long.SIZE - count * Byte.SIZE));
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[from + i] & 0xFFL) << (i * Byte.SIZE);
        }
        return value;
    }

    /** The bytes from a place on and before another, those behind it zero. */
    public static long upTo(byte[] bytes, int from, int to) {
        return of(bytes, from, from + Long.BYTES <= to ? Long.BYTES : to - from);
    }

    /** How many of eight bytes go on with a UTF-8 sequence. */
    public static int continuations(long eight) {
        return Long.bitCount(eight & ~(eight << 1) & AsciiBytes.HIGHS);
    }
}

package dev.assay.summary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A fast 64-bit hash with a fixed seed, the same on every machine and Java version. Not a cryptographic hash: it spreads
 * values over counters and orders samples, nothing more.
 */
public final class ValueHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER_1 = 0x9E3779B97F4A7C15L;
    private static final long MULTIPLIER_2 = 0xD6E8FEB86659FD93L;

    private ValueHash() {}

    /** The hash of a stretch of bytes. */
    public static long of(byte[] bytes, int start, int end) {
        long hash = begun(end - start);
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mixed(hash, (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (int shift = 0; at < end; at++, shift += 8) {
            rest |= (bytes[at] & 0xFFL) << shift;
        }
        return finished(mixed(hash, rest));
    }

    /**
     * The beginning of {@link #of} for whoever reads the bytes for something else as well: then {@link #mixed} with each eight
     * of them, the first lowest, then with those left over, be it none, and {@link #finished}.
     */
    public static long begun(int length) {
        return length * MULTIPLIER_1;
    }

    /** The hash of a text's UTF-8 bytes. */
    public static long of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return of(utf8, 0, utf8.length);
    }

    /** Takes one more number into a hash. */
    public static long with(long hash, long number) {
        return finished(mixed(hash, number));
    }

    /** Takes in the next eight bytes. */
    public static long mixed(long hash, long word) {
        long mixed = (hash ^ word) * MULTIPLIER_2;
        return Long.rotateLeft(mixed, 29) * MULTIPLIER_1;
    }

    /** The hash of all that was taken in. */
    public static long finished(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * MULTIPLIER_2;
        mixed = (mixed ^ (mixed >>> 29)) * MULTIPLIER_1;
        return mixed ^ (mixed >>> 32);
    }
}

package dev.assay.quality;

import dev.assay.detect.text.AsciiBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** ASCII digits of a text, eight at a time: most numbers are read without a loop, whose length would be guessed wrongly. */
final class Digits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHEST = 0x8080808080808080L;
    private static final long VALUES = 0x0F0F0F0F0F0F0F0FL;

    private Digits() {}

    /**
     * Bytes of a text as one number, the first lowest, nothing above the last.
     *
     * @param count how many, 1 to 8
     */
    static long piece(byte[] bytes, int at, int count) {
        if (at + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, at) & (-1L >>> (Long.SIZE - Byte.SIZE * count));
        }
        long piece = 0;
        for (int i = count - 1; i >= 0; i--) {
            piece = piece << Byte.SIZE | (bytes[at + i] & 0xFF);
        }
        return piece;
    }

    /** The values of at most eight digits, as {@link #piece} gives bytes. */
    static long values(byte[] bytes, int at, int count) {
        return values(piece(bytes, at, count));
    }

    /** The values of eight digits. */
    static long values(long piece) {
        return piece & VALUES;
    }

    /** The number that eight values of digits say, the first, lowest, weighing most. */
    static int number(long values) {
        long pairs = (values * 10 + (values >>> 8)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
        return (int) (fours * 10_000 + (fours >>> 32));
    }

    /** Where the digits that begin at {@code from} end; {@code from} if there is none. */
    static int end(byte[] bytes, int from, int end) {
        int at = from;
        for (; at < end && at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long others = ~AsciiBytes.digits((long) LONGS.get(bytes, at)) & HIGHEST;
            if (others != 0) {
                return Math.min(end, at + (Long.numberOfTrailingZeros(others) >>> 3));
            }
        }
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return Math.min(end, at);
    }

    /** Whether all digits are zeros. */
    static boolean areZeros(byte[] bytes, int from, int end) {
        for (int at = from; at < end; at += Long.BYTES) {
            if (values(bytes, at, Math.min(Long.BYTES, end - at)) != 0) {
                return false;
            }
        }
        return true;
    }
}

package dev.assay.quality;

import dev.assay.detect.text.AsciiBytes;
import dev.assay.detect.text.EightBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** ASCII digits of a text, eight at a time: most numbers are read without a loop, whose length would be guessed wrongly. */
final class Digits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHEST = 0x8080808080808080L;
    private static final long VALUES = 0x0F0F0F0F0F0F0F0FL;

    private Digits() {}

    /** The values of at most eight digits, as {@link EightBytes} gives bytes. */
    static long values(byte[] bytes, int at, int count) {
        return values(EightBytes.of(bytes, at, count));
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

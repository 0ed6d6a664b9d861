package dev.assay.summary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How many code points stand before a byte of a cell. Asked in ascending order it looks at no byte twice, for a cell may
 * be long and hold many findings. One thread.
 */
final class CodePoints {
    private static final long HIGHS = 0x8080808080808080L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private int cellStart = -1;
    private int position;
    private int count;

    /** Says that the bytes asked about from now on are others. */
    void begin() {
        cellStart = -1;
    }

    /**
     * Code points of UTF-8 from a cell's first byte up to one of its bytes.
     *
     * @param bytes the same since {@link #begin()}
     */
    int before(byte[] bytes, int start, int end) {
        if (start != cellStart || end < position) {
            cellStart = start;
            position = start;
            count = 0;
        }
        count += count(bytes, position, end);
        position = end;
        return count;
    }

    /** Eight bytes at a time. */
    private static int count(byte[] bytes, int from, int to) {
        int count = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            count -= Long.bitCount(eight & ~(eight << 1) & HIGHS);
        }
        for (; at < to; at++) {
            count -= (bytes[at] & 0xC0) == 0x80 ? 1 : 0;
        }
        return count;
    }
}

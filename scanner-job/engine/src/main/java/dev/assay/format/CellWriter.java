package dev.assay.format;

import dev.assay.detect.CellBatch;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cells of one column while they are put together, in the layout {@link CellBatch} asks for, and the row of each. Bytes
 * are appended to the open cell; {@link #end} closes it. Not thread-safe; its arrays are used again.
 */
final class CellWriter {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHS = 0x8080808080808080L;
    private static final int MAX_BYTES = Integer.MAX_VALUE - 64;

    private final CellBatch batch = new CellBatch(0);
    private byte[] bytes;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int[] rows = new int[16];
    private int cells;
    private int open = CellBatch.PADDING;
    private int limit = CellBatch.PADDING;

    CellWriter(int capacityBytes) {
        bytes = new byte[capacityBytes + 2 * CellBatch.PADDING];
        Arrays.fill(bytes, 0, CellBatch.PADDING, CellBatch.SEPARATOR);
    }

    int cells() {
        return cells;
    }

    /** Bytes used, padding included. */
    int size() {
        return limit;
    }

    /** Bytes held in memory. */
    long capacity() {
        return bytes.length + 12L * starts.length;
    }

    /** Bytes of the open cell. */
    int openLength() {
        return limit - open;
    }

    /** The row of each cell. */
    int[] rows() {
        return rows;
    }

    void put(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, limit, length);
        limit += length;
    }

    void put(byte value) {
        reserve(1);
        bytes[limit++] = value;
    }

    /** Appends text that is known to be ASCII. */
    void putAscii(CharSequence text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[limit++] = (byte) text.charAt(i);
        }
    }

    /** Appends characters that each stand for one byte; returns whether all are ASCII. */
    boolean putLatin1(char[] source, int offset, int length) {
        reserve(length);
        byte[] out = bytes;
        int at = limit;
        int end = offset + length;
        int i = offset;
        long all = 0;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long eight = source[i]
                    | (long) source[i + 1] << 8
                    | (long) source[i + 2] << 16
                    | (long) source[i + 3] << 24
                    | (long) source[i + 4] << 32
                    | (long) source[i + 5] << 40
                    | (long) source[i + 6] << 48
                    | (long) source[i + 7] << 56;
            all |= eight;
            EIGHT.set(out, at, eight);
            at += Long.BYTES;
        }
        for (; i < end; i++) {
            all |= source[i];
            out[at++] = (byte) source[i];
        }
        limit = at;
        return (all & HIGHS) == 0;
    }

    /** Appends a long in decimal. */
    void putLong(long value) {
        reserve(20);
        if (value == Long.MIN_VALUE) {
            putAscii("-9223372036854775808");
            return;
        }
        long rest = Math.abs(value);
        if (value < 0) {
            bytes[limit++] = '-';
        }
        int digits = 1;
        for (long power = 10; digits < 19 && rest >= power; digits++) {
            power *= 10;
        }
        for (int at = limit + digits - 1; at >= limit; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        limit += digits;
    }

    /** Appends a number of at most {@code width} digits, with leading zeros. */
    void putPadded(long value, int width) {
        reserve(width);
        long rest = value;
        for (int at = limit + width - 1; at >= limit; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        limit += width;
    }

    /** Appends characters as UTF-8; half a surrogate pair becomes U+FFFD. */
    void putUtf8(char[] source, int offset, int length) {
        reserve(Math.multiplyExact(length, 3));
        byte[] out = bytes;
        int at = limit;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            char c = source[i];
            if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | (c >> 6));
                out[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(source[i + 1])) {
                int point = Character.toCodePoint(c, source[++i]);
                out[at++] = (byte) (0xF0 | (point >> 18));
                out[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                out[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                out[at++] = (byte) (0x80 | (point & 0x3F));
            } else {
                int point = Character.isSurrogate(c) ? 0xFFFD : c;
                out[at++] = (byte) (0xE0 | (point >> 12));
                out[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                out[at++] = (byte) (0x80 | (point & 0x3F));
            }
        }
        limit = at;
    }

    /** Whether the open cell is valid UTF-8. */
    boolean openIsUtf8() {
        return Utf8.isValid(bytes, open, limit);
    }

    /** Closes the open cell. */
    void end(int row) {
        reserve(1);
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, cells * 2);
            ends = Arrays.copyOf(ends, cells * 2);
            rows = Arrays.copyOf(rows, cells * 2);
        }
        starts[cells] = open;
        ends[cells] = limit;
        rows[cells] = row;
        cells++;
        bytes[limit++] = CellBatch.SEPARATOR;
        open = limit;
    }

    /** Appends what the open cell holds to another's open cell, and forgets it here. */
    void moveOpenTo(CellWriter other) {
        other.put(bytes, open, limit - open);
        abandon();
    }

    /** Forgets the open cell. */
    void abandon() {
        limit = open;
    }

    /** Forgets the cells after the first {@code count}, and the open one. */
    void cutTo(int count) {
        if (count < cells) {
            open = starts[count];
            cells = count;
        }
        limit = open;
    }

    /** All closed cells; valid until the writer is cleared or appended to. */
    CellBatch batch() {
        limit = open;
        reserve(CellBatch.PADDING);
        Arrays.fill(bytes, limit, limit + CellBatch.PADDING, CellBatch.SEPARATOR);
        batch.wrap(bytes, starts, ends, cells);
        return batch;
    }

    void clear() {
        cells = 0;
        open = CellBatch.PADDING;
        limit = CellBatch.PADDING;
    }

    private void reserve(int more) {
        long needed = (long) limit + more + CellBatch.PADDING + 1;
        if (needed > bytes.length) {
            if (needed > MAX_BYTES) {
                throw new DataException("The cells of one block take more than 2 GiB.");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_BYTES, needed + needed / 2));
        }
    }
}

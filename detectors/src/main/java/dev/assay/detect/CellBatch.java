package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of a stretch of one column, as UTF-8 bytes in one array. Before the first cell, after the last and between
 * two cells stands at least one {@link #SEPARATOR}, a byte no valid UTF-8 holds, and {@link #PADDING} of them stand at
 * both ends, so that a scanner may look a little past a cell without asking where the array ends.
 *
 * <pre>
 *  FF × 64 │ cell 0 │ FF… │ cell 1 │ FF… │ … │ cell n-1 │ FF × 64
 *            ^start(0)  ^end(0)
 * </pre>
 *
 * The offsets are the truth: a cell of invalid UTF-8 may itself hold the separator byte. Not thread-safe: a batch
 * belongs to the one thread that fills, scans and empties it, and its arrays are used again.
 */
public final class CellBatch {
    public static final byte SEPARATOR = (byte) 0xFF;
    public static final int PADDING = 64;

    private byte[] bytes;
    private int[] starts;
    private int[] ends;
    private int cells;
    private int limit;

    /** An empty batch with room for about this many bytes; it grows as needed. */
    public CellBatch(int capacityBytes) {
        bytes = new byte[capacityBytes + 2 * PADDING];
        starts = new int[256];
        ends = new int[256];
        clear();
    }

    /** A batch of the given texts, mostly for tests and single texts. */
    public static CellBatch of(List<String> texts) {
        CellBatch batch = new CellBatch(1024);
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            batch.add(utf8, 0, utf8.length);
        }
        return batch;
    }

    /** Removes all cells. */
    public void clear() {
        Arrays.fill(bytes, 0, PADDING, SEPARATOR);
        cells = 0;
        limit = PADDING;
        seal();
    }

    /** Appends one cell, copying its bytes. */
    public void add(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, limit, length);
        note(limit, limit + length);
        limit += length + 1;
        seal();
    }

    /**
     * Takes over an array that already holds cells, with the separators and the padding this class promises.
     *
     * @param filled the array; the batch uses it until it is cleared or takes over another
     * @param cellStarts first byte of each cell; {@link #PADDING} separators stand before the first, and before these anything
     * @param cellEnds one past the last byte of each cell
     * @param count how many cells
     */
    public void wrap(byte[] filled, int[] cellStarts, int[] cellEnds, int count) {
        bytes = filled;
        starts = cellStarts;
        ends = cellEnds;
        cells = count;
        limit = count == 0 ? PADDING : cellEnds[count - 1] + 1;
    }

    private void reserve(int length) {
        long needed = (long) limit + length + 1 + PADDING;
        if (needed > bytes.length) {
            if (needed > Integer.MAX_VALUE - 16) {
                throw new IllegalStateException("A batch cannot hold more than 2 GiB of cells.");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, needed + needed / 2));
        }
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, cells * 2);
            ends = Arrays.copyOf(ends, cells * 2);
        }
    }

    private void note(int start, int end) {
        starts[cells] = start;
        ends[cells] = end;
        cells++;
    }

    private void seal() {
        Arrays.fill(bytes, limit - 1, limit - 1 + PADDING + 1, SEPARATOR);
    }

    /** The array that holds all cells. Read-only by agreement. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many cells. */
    public int cells() {
        return cells;
    }

    /**
     * Where reading begins: nothing but separators stand between it and the first cell. A multiple of {@link #PADDING}. What
     * stands before it is not of this batch: an array taken over may hold cells that were delivered earlier.
     */
    int begin() {
        return cells == 0 ? PADDING : starts[0] / PADDING * PADDING;
    }

    /** One past the last byte of the last cell and its separator. */
    public int limit() {
        return limit;
    }

    public int start(int cell) {
        return starts[cell];
    }

    public int end(int cell) {
        return ends[cell];
    }

    public int length(int cell) {
        return ends[cell] - starts[cell];
    }

    /** The cell a position lies in, or the next one if it lies between two; the last one if it lies behind all. */
    int cellAt(int position) {
        int low = 0;
        int high = cells - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One cell; the view is valid until the batch changes. */
    public TextCell cell(int cell) {
        return new TextCell(bytes, starts[cell], ends[cell]);
    }

    /** Counts only, never text. */
    @Override
    public String toString() {
        return "CellBatch[" + cells + " cells, " + (limit - begin()) + " bytes]";
    }
}

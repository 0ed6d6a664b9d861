package dev.assay.format;

import dev.assay.detect.CellBatch;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Plain byte arrays of a page (Parquet format, "Plain encoding"), delivered where they lie once their length prefixes are
 * overwritten:
 *
 * <pre>
 *  page:   … │ len 4 │ cell │ len 4 │ cell │ …
 *  batch:  FF FF FF FF │ cell │ FF FF FF FF │ cell │ FF × 64 (put back after delivery)
 * </pre>
 *
 * <p>but copied from a very large page: nobody but {@link ParquetPages} may hold on to it, for two of them may not fit into memory.
 * One thread.
 */
final class PlainCells {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Four of {@link CellBatch#SEPARATOR}, in place of a length prefix. */
    private static final int SEPARATORS = 0xFFFFFFFF;

    /** From a larger page cells are copied. */
    private static final int LARGE_PAGE = 16 << 20;

    private final int[] starts;
    private final int[] ends;
    private final byte[] behind = new byte[CellBatch.PADDING];
    private final CellBatch batch = new CellBatch(0);
    private byte[] copied = new byte[0];
    private byte[] page = copied;
    private int count;
    private int start;
    private int end;
    private boolean utf8;

    /** Room for so many cells. */
    PlainCells(int room) {
        starts = new int[room];
        ends = new int[room];
    }

    /** Begins with the cells whose first prefix stands at a place; what stands before is not needed any more. */
    void begin(byte[] newPage, int at) {
        page = newPage;
        count = 0;
        end = at;
        Arrays.fill(page, at - CellBatch.PADDING, at, CellBatch.SEPARATOR);
    }

    /**
     * Goes on to the next cell.
     *
     * @param pageEnd one past the last byte of the page
     * @throws IOException if the page ends before the cell does
     */
    void next(int pageEnd) throws IOException {
        if (pageEnd - end < Integer.BYTES) {
            throw new IOException("its values end early");
        }
        int length = (int) INT.get(page, end);
        start = end + Integer.BYTES;
        INT.set(page, end, SEPARATORS);
        if (length < 0 || length > pageEnd - start) {
            throw new IOException("a value declares " + Integer.toUnsignedString(length) + " bytes, "
                    + (pageEnd - start) + " remain in its page");
        }
        end = start + length;
        utf8 = Utf8.isValid(page, start, end);
    }

    /** Whether the cell is well-formed UTF-8. */
    boolean isUtf8() {
        return utf8;
    }

    /** One past the cell's last byte, where the next prefix stands. */
    int end() {
        return end;
    }

    /** Takes the cell among those that are delivered. */
    void keep() {
        starts[count] = start;
        ends[count++] = end;
    }

    /** Appends the cell to a writer, and leaves nothing of it among its neighbours. */
    void moveTo(CellWriter writer) {
        writer.put(page, start, end - start);
        Arrays.fill(page, start, end, CellBatch.SEPARATOR);
    }

    /** Delivers the cells that were kept, of which there is one at the least. */
    void deliver(Consumer<CellBatch> sink) {
        int length = end - starts[0];
        if (page.length > LARGE_PAGE && length <= LARGE_PAGE) {
            copy(length);
            batch.wrap(copied, starts, ends, count);
            sink.accept(batch);
        } else {
            System.arraycopy(page, end, behind, 0, behind.length);
            Arrays.fill(page, end, end + CellBatch.PADDING, CellBatch.SEPARATOR);
            batch.wrap(page, starts, ends, count);
            sink.accept(batch);
            System.arraycopy(behind, 0, page, end, behind.length);
        }
    }

    private void copy(int length) {
        if (copied.length < length + 2 * CellBatch.PADDING) {
            copied = new byte[length + 2 * CellBatch.PADDING];
        }
        Arrays.fill(copied, 0, CellBatch.PADDING, CellBatch.SEPARATOR);
        System.arraycopy(page, starts[0], copied, CellBatch.PADDING, length);
        Arrays.fill(copied, CellBatch.PADDING + length, length + 2 * CellBatch.PADDING, CellBatch.SEPARATOR);
        int shift = starts[0] - CellBatch.PADDING;
        for (int i = 0; i < count; i++) {
            starts[i] -= shift;
            ends[i] -= shift;
        }
    }

    /** Forgets the page. */
    void letGo() {
        page = copied;
        batch.wrap(copied, starts, ends, 0);
    }
}

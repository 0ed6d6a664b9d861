package dev.assay.format;

import java.io.IOException;
import org.apache.parquet.format.Encoding;

/**
 * Looks at the heads of delta-encoded runs before the library does, which would set aside the memory they claim. A
 * DELTA_BYTE_ARRAY page has two runs, the others one.
 *
 * <pre>
 *  varint values in a block │ varint miniblocks in a block │ varint values in all │ zigzag first value
 *  then blocks: zigzag smallest delta │ one byte of bit width a miniblock │ miniblocks, the needed ones only
 * </pre>
 */
final class DeltaHeader {
    private static final int MAX_BLOCK = 1 << 20;
    private static final int MAX_WIDTH = 64;

    private final byte[] page;
    private final int end;
    private int at;

    private DeltaHeader(byte[] page, int at, int end) {
        this.page = page;
        this.at = at;
        this.end = end;
    }

    /** Checks a page's values, from {@code at} on, against the number of values the page has. */
    static void check(Encoding encoding, byte[] page, int at, int end, int values) throws IOException {
        DeltaHeader header = new DeltaHeader(page, at, end);
        switch (encoding) {
            case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> header.run(values);
            case DELTA_BYTE_ARRAY -> {
                header.run(values);
                header.run(values);
            }
            default -> {}
        }
    }

    private void run(int values) throws IOException {
        long block = varint();
        long minis = varint();
        long total = varint();
        if (block <= 0 || block > MAX_BLOCK || minis <= 0 || minis > block || total < 0 || total > values) {
            throw new IOException("delta-encoded values declare " + total + " values in blocks of " + block
                    + ", the page has " + values);
        }
        varint();
        long bytesPerBit = block / minis / 8;
        for (long left = total - 1; left > 0; ) {
            varint();
            int widths = at;
            move(minis);
            for (int i = 0; i < minis && left > 0; i++) {
                int width = page[widths + i] & 0xFF;
                if (width > MAX_WIDTH) {
                    throw new IOException("delta-encoded values of " + width + " bits");
                }
                // The last miniblock may be cut: the library decides whether it can be read.
                at = (int) Math.min(end, at + width * bytesPerBit);
                left -= block / minis;
            }
        }
    }

    private void move(long bytes) throws IOException {
        if (bytes > end - at) {
            throw new IOException("delta-encoded values end early");
        }
        at += (int) bytes;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            move(1);
            int b = page[at - 1];
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IOException("a count is too long");
    }
}

package dev.assay.format;

import dev.assay.detect.CellBatch;
import dev.assay.storage.HashingReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/**
 * Walks the pages of a column chunk: reads a header, checks its claims against what is there, verifies the checksum if
 * the writer left one, and decompresses the page into a buffer with room for a batch's padding at both ends. Holds one
 * page, compressed and not. One thread.
 */
final class ParquetPages {
    /** No page may be larger, decompressed: it must fit in memory. */
    static final int MAX_PAGE_BYTES = 128 << 20;

    private static final byte[] NOTHING = {};
    private static final int WINDOW_BYTES = 1 << 20;
    private static final int AHEAD_BYTES = 256 << 10;
    private static final int MAX_HEADER_BYTES = 16 << 20;

    private final HashingReader reader;
    private final ParquetCodecs codecs = new ParquetCodecs();
    private final HeaderStream headers = new HeaderStream();
    private CompressionCodec codec = CompressionCodec.UNCOMPRESSED;
    private byte[] window = new byte[WINDOW_BYTES];
    private long windowStart;
    private int at;
    private int filled;
    private long aheadEnd;
    private long limit;
    private byte[] page = new byte[WINDOW_BYTES + 2 * CellBatch.PADDING];
    private int pageSize;

    ParquetPages(HashingReader reader) {
        this.reader = reader;
    }

    /**
     * Starts a chunk.
     *
     * @param start its first page header
     * @param end where it should end, so that nothing behind is read needlessly
     * @param limit where the last byte of any page must end
     */
    void open(CompressionCodec chunkCodec, long start, long end, long limit) {
        this.codec = chunkCodec;
        this.windowStart = start;
        this.at = 0;
        this.filled = 0;
        this.aheadEnd = Math.min(end, limit);
        this.limit = limit;
    }

    /** File position of the next byte to be read. */
    long position() {
        return windowStart + at;
    }

    /** The decompressed page, from {@link CellBatch#PADDING} on. The caller may write into it. */
    byte[] page() {
        return page;
    }

    /** One past the page's last byte in {@link #page()}. */
    int pageEnd() {
        return CellBatch.PADDING + pageSize;
    }

    /** Reads the next page and its header. */
    PageHeader next() throws IOException {
        headers.left = MAX_HEADER_BYTES;
        PageHeader header = header();
        int packed = header.getCompressed_page_size();
        int size = header.getUncompressed_page_size();
        if (packed < 0 || size < 0 || packed > limit - position()) {
            throw new IOException("page header declares " + packed + " bytes, " + (limit - position()) + " remain");
        }
        if (packed > MAX_PAGE_BYTES || size > MAX_PAGE_BYTES) {
            throw new IOException("a page of " + Math.max(packed, size) + " bytes is above the limit of "
                    + MAX_PAGE_BYTES + "; write the file with smaller pages");
        }
        if (size > ParquetCodecs.maxExpanded(codec, packed)) {
            throw new IOException("page header declares that " + packed + " bytes become " + size);
        }
        ensure(packed);
        if (header.isSetCrc()) {
            verify(header.getCrc(), packed);
        }
        if (isData(header) || header.getType() == PageType.DICTIONARY_PAGE) {
            expand(header, packed, size);
        }
        at += packed;
        return header;
    }

    private PageHeader header() throws IOException {
        try {
            return Util.readPageHeader(headers);
        } catch (IOException e) {
            throw new IOException("a page header cannot be parsed, at byte " + position() + " of the file", e);
        }
    }

    private static boolean isData(PageHeader header) {
        return header.getType() == PageType.DATA_PAGE || header.getType() == PageType.DATA_PAGE_V2;
    }

    private void verify(int declared, int packed) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(window, at, packed);
        if ((int) crc.getValue() != declared) {
            throw new IOException("the page's checksum does not match its bytes");
        }
    }

    private void expand(PageHeader header, int packed, int size) throws IOException {
        if (page.length < size + 2 * CellBatch.PADDING) {
            // Let go of first: two pages of a hundred megabytes need not be there together.
            page = NOTHING;
            page = new byte[size + 2 * CellBatch.PADDING];
        }
        pageSize = size;
        int target = CellBatch.PADDING;
        int levels = 0;
        boolean compressed = true;
        if (header.getType() == PageType.DATA_PAGE_V2) {
            DataPageHeaderV2 v2 = v2(header);
            long both = (long) v2.getDefinition_levels_byte_length() + v2.getRepetition_levels_byte_length();
            if (v2.getDefinition_levels_byte_length() < 0
                    || v2.getRepetition_levels_byte_length() < 0
                    || both > packed
                    || both > size) {
                throw new IOException("levels do not fit their page");
            }
            levels = (int) both;
            // Early Arrow versions compressed and said they had not; the sizes tell.
            compressed = v2.isIs_compressed() || packed != size;
            System.arraycopy(window, at, page, target, levels);
        }
        if (size > levels) {
            decompress(compressed ? codec : CompressionCodec.UNCOMPRESSED, packed, size, levels);
        }
        Arrays.fill(page, target + size, target + size + CellBatch.PADDING, CellBatch.SEPARATOR);
    }

    private void decompress(CompressionCodec as, int packed, int size, int levels) throws IOException {
        int to = CellBatch.PADDING + levels;
        try {
            codecs.decompress(as, window, at + levels, packed - levels, page, to, size - levels);
        } catch (IOException | RuntimeException e) {
            boolean ours = e.getClass() == IOException.class && e.getCause() == null;
            throw ours ? (IOException) e : new IOException("a page's " + as + " bytes cannot be decompressed", e);
        }
    }

    static DataPageHeaderV2 v2(PageHeader header) throws IOException {
        DataPageHeaderV2 v2 = header.getData_page_header_v2();
        if (v2 == null) {
            throw new IOException("a page lacks the header of its kind");
        }
        return v2;
    }

    /** Makes so many bytes available in the window. */
    private void ensure(int bytes) throws IOException {
        if (filled - at >= bytes) {
            return;
        }
        long position = position();
        if (bytes > limit - position) {
            throw new IOException("the chunk ends early");
        }
        System.arraycopy(window, at, window, 0, filled - at);
        filled -= at;
        windowStart = position;
        at = 0;
        if (window.length < bytes) {
            window = Arrays.copyOf(window, bytes);
        }
        long next = windowStart + filled;
        // Hardly more than is needed: what lies behind the reader is not kept for long.
        long ahead = Math.min(Math.min(aheadEnd, windowStart + window.length), windowStart + bytes + AHEAD_BYTES);
        long stop = Math.max(windowStart + bytes, ahead);
        int count = (int) (stop - next);
        reader.read(next, window, filled, count);
        filled += count;
    }

    /** Lets the header parser read from the window. */
    private final class HeaderStream extends InputStream {
        private int left;

        @Override
        public int read() throws IOException {
            if (left <= 0 || position() >= limit) {
                return -1;
            }
            ensure(1);
            left--;
            return window[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            long there = Math.min(left, limit - position());
            if (there <= 0) {
                return -1;
            }
            ensure(1);
            int count = (int) Math.min(Math.min(length, filled - at), there);
            System.arraycopy(window, at, target, offset, count);
            at += count;
            left -= count;
            return count;
        }
    }
}

package dev.assay.format;

import dev.assay.detect.CellBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.bitpacking.ByteBitPackingValuesReader;
import org.apache.parquet.column.values.bitpacking.Packer;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * One data page that was opened: its levels, and its values in one of three forms. They are {@link #ids() ids} of the
 * chunk's dictionary, or come from a {@link #reader() reader}, or lie plain in the page from {@link #plainStart()} on, each
 * after its length:
 *
 * <pre>
 *  FF × 64 │ repetition levels │ definition levels │ values │
 * </pre>
 *
 * <p>Parquet format, section "Data Pages". One thread.
 */
final class ParquetDataPage {
    private final ParquetPages pages;
    private final ParquetColumn column;
    private final ColumnDescriptor descriptor;
    private final int entries;
    private final int maxRepetition;
    private final int maxDefinition;

    private IntStream repetitionLevels = IntStream.ZEROS;
    private IntStream definitionLevels = IntStream.ZEROS;
    private @Nullable IntStream ids;
    private @Nullable ValuesReader reader;
    private int plainStart;

    private ParquetDataPage(ParquetPages pages, ParquetColumn column, int entries, long left) throws IOException {
        if (entries < 0 || entries > left) {
            throw new IOException("a page declares " + entries + " values, the chunk has " + left + " left");
        }
        this.pages = pages;
        this.column = column;
        this.descriptor = column.descriptor();
        this.entries = entries;
        this.maxRepetition = descriptor.getMaxRepetitionLevel();
        this.maxDefinition = descriptor.getMaxDefinitionLevel();
    }

    /**
     * Opens the page that was read last, of version 1.
     *
     * @param left entries the chunk has not shown yet
     * @throws IOException if the page contradicts itself or the chunk
     */
    static ParquetDataPage open(ParquetPages pages, ParquetColumn column, @Nullable DataPageHeader header, long left)
            throws IOException {
        if (header == null) {
            throw new IOException("a page lacks the header of its kind");
        }
        ParquetDataPage page = new ParquetDataPage(pages, column, header.getNum_values(), left);
        page.openFirst(header);
        return page;
    }

    /** As above, of version 2. */
    static ParquetDataPage open(ParquetPages pages, ParquetColumn column, DataPageHeaderV2 header, long left)
            throws IOException {
        ParquetDataPage page = new ParquetDataPage(pages, column, header.getNum_values(), left);
        page.openSecond(header);
        return page;
    }

    /** Level entries of the page. */
    int entries() {
        return entries;
    }

    IntStream repetitionLevels() {
        return repetitionLevels;
    }

    IntStream definitionLevels() {
        return definitionLevels;
    }

    /** Places in the dictionary, if the values are such. */
    @Nullable IntStream ids() {
        return ids;
    }

    /** What decodes the values, if they are neither ids nor taken where they lie. */
    @Nullable ValuesReader reader() {
        return reader;
    }

    /** Index in the page of the first plain value. */
    int plainStart() {
        return plainStart;
    }

    private void openFirst(DataPageHeader header) throws IOException {
        byte[] page = pages.page();
        int at = CellBatch.PADDING;
        ByteBuffer view = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        if (maxRepetition > 0) {
            int end = levelsEnd(view, header.getRepetition_level_encoding(), maxRepetition, at);
            repetitionLevels =
                    levels(header.getRepetition_level_encoding(), page, at, end, ValuesType.REPETITION_LEVEL);
            at = end;
        }
        if (maxDefinition > 0) {
            int end = levelsEnd(view, header.getDefinition_level_encoding(), maxDefinition, at);
            definitionLevels =
                    levels(header.getDefinition_level_encoding(), page, at, end, ValuesType.DEFINITION_LEVEL);
            at = end;
        }
        values(header.getEncoding(), at);
    }

    private void openSecond(DataPageHeaderV2 header) throws IOException {
        byte[] page = pages.page();
        int at = CellBatch.PADDING;
        int end = at + header.getRepetition_levels_byte_length();
        if (maxRepetition > 0) {
            repetitionLevels = new HybridRle(page, at, end, width(maxRepetition));
        }
        at = end;
        end += header.getDefinition_levels_byte_length();
        if (maxDefinition > 0) {
            definitionLevels = new HybridRle(page, at, end, width(maxDefinition));
        }
        values(header.getEncoding(), end);
    }

    private int levelsEnd(ByteBuffer page, Encoding encoding, int max, int at) throws IOException {
        long size;
        if (encoding == Encoding.BIT_PACKED) {
            size = ((long) entries * width(max) + 7) / 8;
        } else if (pages.pageEnd() - at < 4) {
            size = -1;
        } else {
            size = 4L + page.getInt(at);
            size = size < 4 ? -1 : size;
        }
        if (size < 0 || size > pages.pageEnd() - at) {
            throw new IOException("levels do not fit their page");
        }
        return (int) (at + size);
    }

    private IntStream levels(Encoding encoding, byte[] page, int at, int end, ValuesType type) throws IOException {
        int max = type == ValuesType.REPETITION_LEVEL ? maxRepetition : maxDefinition;
        if (encoding == Encoding.RLE) {
            return new HybridRle(page, at + 4, end, width(max));
        }
        if (encoding != Encoding.BIT_PACKED) {
            throw new IOException("levels in an encoding that is none for levels");
        }
        ValuesReader reader = new ByteBitPackingValuesReader(max, Packer.BIG_ENDIAN);
        reader.initFromPage(
                entries,
                ByteBufferInputStream.wrap(ByteBuffer.wrap(page, at, end - at).slice()));
        return (target, n) -> {
            for (int i = 0; i < n; i++) {
                target[i] = reader.readInteger();
            }
        };
    }

    private static int width(int max) {
        return 32 - Integer.numberOfLeadingZeros(max);
    }

    /** Prepares to take the values, which begin at an index of the page. */
    private void values(Encoding encoding, int at) throws IOException {
        plainStart = at;
        byte[] page = pages.page();
        int end = pages.pageEnd();
        if (encoding == Encoding.PLAIN_DICTIONARY || encoding == Encoding.RLE_DICTIONARY) {
            if (at < end) {
                ids = new HybridRle(page, at + 1, end, page[at]);
            } else {
                ids = IntStream.ZEROS;
            }
        } else if (!isInPlace(encoding)) {
            org.apache.parquet.column.Encoding known;
            try {
                known = org.apache.parquet.column.Encoding.valueOf(encoding.name());
            } catch (IllegalArgumentException e) {
                throw new IOException("its encoding " + encoding.name() + " is not known", e);
            }
            ValuesReader opened = known.getValuesReader(descriptor, ValuesType.VALUES);
            if (at < end) {
                DeltaHeader.check(encoding, page, at, end, entries);
            }
            // An empty page may have no header to initialise from; then there is nothing to take either.
            if (at < end || encoding == Encoding.PLAIN) {
                opened.initFromPage(
                        entries,
                        ByteBufferInputStream.wrap(
                                ByteBuffer.wrap(page, at, end - at).slice()));
            }
            reader = opened;
        }
    }

    private boolean isInPlace(Encoding encoding) {
        return encoding == Encoding.PLAIN
                && column.value().bytes() != ParquetValue.Bytes.FORMATTED
                && descriptor.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }
}

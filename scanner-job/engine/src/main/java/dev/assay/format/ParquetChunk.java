package dev.assay.format;

import dev.assay.detect.CellBatch;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.format.PageHeader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through one column chunk piece by piece: {@link #advance} decodes the next piece, {@link #deliver} hands it to the sink.
 * The two are apart so that a failure of the file is never mistaken for a failure of the sink. A piece is the dictionary,
 * or the cells of at most {@value #PIECE} level entries, fewer where they are long: what is found in a piece is held until it
 * is counted. One thread.
 *
 * <p>Plain byte arrays are delivered where they lie in the page, once their length prefixes are overwritten:
 *
 * <pre>
 *  page:   … │ len 4 │ cell │ len 4 │ cell │ …
 *  batch:  FF FF FF FF │ cell │ FF FF FF FF │ cell │ FF × 64 (put back after delivery)
 * </pre>
 *
 * <p>but from a very large page, whose pieces are copied.
 */
final class ParquetChunk {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PIECE = 1 << 14;
    private static final int MAX_TEXT_BYTES = 4 << 20;

    /** From a larger page pieces are copied. */
    private static final int LARGE_PAGE = 16 << 20;

    private enum Kind {
        NOTHING,
        DICTIONARY,
        IDS,
        IN_PLACE,
        WRITTEN
    }

    private final ParquetColumn column;
    private final ColumnDescriptor descriptor;
    private final int index;
    private final ParquetPages pages;
    private final long declaredValues;
    private final long declaredRows;
    private final int maxRepetition;
    private final int maxDefinition;

    private final CellWriter writer;
    /** Values no detector needs to see. */
    private final CellWriter unsearched = new CellWriter(0);

    private final CellBatch inPlace = new CellBatch(0);
    private final int[] repetition = new int[PIECE];
    private final int[] definition = new int[PIECE];
    private final int[] rows = new int[PIECE];
    private final int[] ids = new int[PIECE];
    private int[] unsearchedIds = new int[0];
    private int[] unsearchedRows = new int[0];
    private final int[] starts = new int[PIECE];
    private final int[] ends = new int[PIECE];
    private final byte[] kept = new byte[CellBatch.PADDING];
    private byte[] copied = new byte[0];

    private long seen;
    private int row = -1;
    private int pageLeft;
    private IntStream repetitionLevels = IntStream.ZEROS;
    private IntStream definitionLevels = IntStream.ZEROS;
    private @Nullable IntStream idStream;
    private @Nullable ValuesReader valuesReader;
    private int plainAt;

    /** Index of each entry among the delivered values; if negative, {@code -1 - index} among those no detector needs. */
    private int[] dictionary = new int[0];

    private int dictionarySize = -1;
    private final BitSet invalidEntries = new BitSet();

    private Kind kind = Kind.NOTHING;
    private int pending;
    private int taken;
    private int count;
    private int unsearchedCount;
    private long nulls;
    private long notApplicable;
    private long invalid;

    /**
     * A chunk to be read from pages that were opened at its start.
     *
     * @param index the sink's index of the column
     */
    ParquetChunk(
            ParquetColumn column,
            int index,
            ParquetPages pages,
            long declaredValues,
            long declaredRows,
            CellWriter writer) {
        this.column = column;
        this.descriptor = column.descriptor();
        this.index = index;
        this.pages = pages;
        this.declaredValues = declaredValues;
        this.declaredRows = declaredRows;
        this.maxRepetition = descriptor.getMaxRepetitionLevel();
        this.maxDefinition = descriptor.getMaxDefinitionLevel();
        this.writer = writer;
    }

    /** Rows begun so far. */
    int rows() {
        return row + 1;
    }

    /** Decodes the next piece; false when the chunk is done. */
    boolean advance() throws IOException {
        kind = Kind.NOTHING;
        count = 0;
        unsearchedCount = 0;
        unsearched.clear();
        nulls = 0;
        notApplicable = 0;
        invalid = 0;
        if (taken == pending) {
            while (pageLeft == 0) {
                if (seen == declaredValues) {
                    if (rows() != declaredRows) {
                        throw new IOException("it holds " + rows() + " rows, its row group declares " + declaredRows);
                    }
                    return false;
                }
                if (nextPage()) {
                    return true;
                }
            }
            levels();
        }
        values();
        return true;
    }

    /** Reads a page's header; true if it was a dictionary, which is a piece of its own. */
    private boolean nextPage() throws IOException {
        letGo();
        PageHeader header = pages.next();
        switch (header.getType()) {
            case DICTIONARY_PAGE -> {
                dictionary(header);
                return true;
            }
            case DATA_PAGE -> begin(ParquetDataPage.open(pages, column, header.getData_page_header(), left()));
            case DATA_PAGE_V2 -> begin(ParquetDataPage.open(pages, column, ParquetPages.v2(header), left()));
            case INDEX_PAGE -> pageLeft = 0;
        }
        return false;
    }

    /** Forgets the page before, which may have to make room for the next. */
    private void letGo() {
        repetitionLevels = IntStream.ZEROS;
        definitionLevels = IntStream.ZEROS;
        idStream = null;
        valuesReader = null;
    }

    private long left() {
        return declaredValues - seen;
    }

    private void begin(ParquetDataPage page) {
        repetitionLevels = page.repetitionLevels();
        definitionLevels = page.definitionLevels();
        idStream = page.ids();
        valuesReader = page.reader();
        plainAt = page.plainStart();
        pageLeft = page.entries();
    }

    private void levels() throws IOException {
        int entries = Math.min(pageLeft, PIECE);
        if (maxRepetition > 0) {
            repetitionLevels.read(repetition, entries);
        }
        if (maxDefinition > 0) {
            definitionLevels.read(definition, entries);
        }
        pending = 0;
        taken = 0;
        for (int i = 0; i < entries; i++) {
            if (maxRepetition == 0 || repetition[i] == 0) {
                row++;
            }
            if (row < 0 || row >= declaredRows) {
                throw new IOException("it holds more rows than its row group declares");
            }
            if (maxDefinition == 0 || definition[i] == maxDefinition) {
                rows[pending++] = row;
            } else if (definition[i] > maxDefinition) {
                throw new IOException("a level is too high");
            }
        }
        nulls = (long) entries - pending;
        pageLeft -= entries;
        seen += entries;
    }

    private void values() throws IOException {
        if (taken == pending) {
            kind = Kind.NOTHING;
        } else if (idStream != null) {
            takeIds(idStream);
        } else if (valuesReader != null) {
            takeWritten(valuesReader);
        } else {
            takeInPlace();
        }
    }

    private void takeIds(IntStream stream) throws IOException {
        if (dictionarySize < 0) {
            throw new IOException("a page refers to a dictionary that is not there");
        }
        stream.read(ids, pending);
        for (int i = 0; i < pending; i++) {
            int id = ids[i];
            if (id < 0 || id >= dictionarySize) {
                throw new IOException("a value refers to entry " + Integer.toUnsignedString(id) + " of a dictionary of "
                        + dictionarySize);
            }
            int delivered = dictionary[id];
            if (delivered >= 0) {
                invalid += invalidEntries.get(id) ? 1 : 0;
                ids[count] = delivered;
                rows[count++] = rows[i];
            } else {
                unsearchedIds[unsearchedCount] = -1 - delivered;
                unsearchedRows[unsearchedCount++] = rows[i];
            }
        }
        notApplicable += unsearchedCount;
        taken = pending;
        kind = Kind.IDS;
    }

    private void takeWritten(ValuesReader reader) {
        writer.clear();
        ParquetValue value = column.value();
        while (taken < pending && writer.size() + unsearched.size() < MAX_TEXT_BYTES) {
            if (value.write(reader, writer)) {
                invalid += value.bytes() == ParquetValue.Bytes.TEXT && !writer.openIsUtf8() ? 1 : 0;
                writer.end(rows[taken]);
            } else {
                writer.moveOpenTo(unsearched);
                unsearched.end(rows[taken]);
                notApplicable++;
            }
            taken++;
        }
        kind = Kind.WRITTEN;
    }

    private void takeInPlace() throws IOException {
        byte[] page = pages.page();
        int end = pages.pageEnd();
        boolean textOnly = column.value().bytes() == ParquetValue.Bytes.MAYBE_TEXT;
        int at = plainAt;
        // Nothing before the first cell is needed any more: levels and cells before it are consumed.
        Arrays.fill(page, at - CellBatch.PADDING, at, CellBatch.SEPARATOR);
        for (; taken < pending && at - plainAt < MAX_TEXT_BYTES; taken++) {
            if (end - at < 4) {
                throw new IOException("its values end early");
            }
            int length = (int) INT.get(page, at);
            Arrays.fill(page, at, at + 4, CellBatch.SEPARATOR);
            at += 4;
            if (length < 0 || length > end - at) {
                throw new IOException("a value declares " + Integer.toUnsignedString(length) + " bytes, " + (end - at)
                        + " remain in its page");
            }
            boolean valid = Utf8.isValid(page, at, at + length);
            if (valid || !textOnly) {
                invalid += valid ? 0 : 1;
                starts[count] = at;
                ends[count] = at + length;
                rows[count++] = rows[taken];
            } else {
                unsearched.put(page, at, length);
                unsearched.end(rows[taken]);
                Arrays.fill(page, at, at + length, CellBatch.SEPARATOR);
                notApplicable++;
            }
            at += length;
        }
        plainAt = at;
        kind = Kind.IN_PLACE;
    }

    private void dictionary(PageHeader header) throws IOException {
        if (header.getDictionary_page_header() == null || dictionarySize >= 0) {
            throw new IOException("it has a second dictionary, or one without its header");
        }
        int size = header.getDictionary_page_header().getNum_values();
        int bytes = pages.pageEnd() - CellBatch.PADDING;
        if (size < 0 || size > Math.max(bytes, 1)) {
            throw new IOException("a dictionary of " + bytes + " bytes declares " + size + " values");
        }
        ValuesReader reader = org.apache.parquet.column.Encoding.PLAIN.getValuesReader(descriptor, ValuesType.VALUES);
        reader.initFromPage(
                size,
                ByteBufferInputStream.wrap(
                        ByteBuffer.wrap(pages.page(), CellBatch.PADDING, bytes).slice()));
        writer.clear();
        dictionary = new int[size];
        ParquetValue value = column.value();
        for (int id = 0; id < size; id++) {
            if (value.write(reader, writer)) {
                if (value.bytes() == ParquetValue.Bytes.TEXT && !writer.openIsUtf8()) {
                    invalidEntries.set(id);
                }
                dictionary[id] = writer.cells();
                writer.end(id);
            } else {
                writer.moveOpenTo(unsearched);
                dictionary[id] = -1 - unsearched.cells();
                unsearched.end(id);
            }
        }
        if (unsearched.cells() > 0) {
            unsearchedIds = new int[PIECE];
            unsearchedRows = new int[PIECE];
        }
        dictionarySize = size;
        kind = Kind.DICTIONARY;
    }

    /** Hands the piece that was decoded last to the sink. */
    void deliver(CellSink sink) {
        switch (kind) {
            case NOTHING -> {}
            case DICTIONARY -> deliverDictionary(sink);
            case IDS -> {
                sink.occurrences(index, ids, rows, count);
                if (unsearchedCount > 0) {
                    sink.unsearchedOccurrences(index, unsearchedIds, unsearchedRows, unsearchedCount);
                }
            }
            case WRITTEN -> {
                if (writer.cells() > 0) {
                    sink.cells(index, writer.batch(), writer.rows());
                }
            }
            case IN_PLACE -> deliverInPlace(sink);
        }
        if (kind != Kind.DICTIONARY && unsearched.cells() > 0) {
            sink.unsearched(index, unsearched.batch(), unsearched.rows());
        }
        if (nulls > 0) {
            sink.nulls(index, nulls);
        }
        if (notApplicable > 0) {
            sink.notApplicable(index, column.value().notApplicable(), notApplicable);
        }
        if (invalid > 0) {
            sink.invalidText(index, invalid);
        }
    }

    private void deliverDictionary(CellSink sink) {
        sink.dictionary(index, writer.batch());
        if (unsearched.cells() > 0) {
            sink.unsearchedDictionary(index, unsearched.batch());
        }
    }

    private void deliverInPlace(CellSink sink) {
        if (count == 0) {
            return;
        }
        byte[] page = pages.page();
        int length = plainAt - starts[0];
        if (page.length > LARGE_PAGE && length <= LARGE_PAGE) {
            deliverCopied(page, length, sink);
            return;
        }
        int after = plainAt;
        System.arraycopy(page, after, kept, 0, kept.length);
        Arrays.fill(page, after, after + CellBatch.PADDING, CellBatch.SEPARATOR);
        inPlace.wrap(page, starts, ends, count);
        sink.cells(index, inPlace, rows);
        System.arraycopy(kept, 0, page, after, kept.length);
    }

    /** Nobody but {@link ParquetPages} may hold on to a large page, for two of them may not fit into memory. */
    private void deliverCopied(byte[] page, int length, CellSink sink) {
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
        inPlace.wrap(copied, starts, ends, count);
        sink.cells(index, inPlace, rows);
    }
}

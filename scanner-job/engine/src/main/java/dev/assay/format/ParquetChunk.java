package dev.assay.format;

import dev.assay.detect.CellBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
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
 */
final class ParquetChunk {
    private static final int PIECE = 1 << 14;
    private static final int MAX_TEXT_BYTES = 4 << 20;

    private enum Kind {
        NOTHING,
        DICTIONARY,
        IDS,
        PLAIN,
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

    private final PlainCells plain = new PlainCells(PIECE);
    private final int[] repetition = new int[PIECE];
    private final int[] definition = new int[PIECE];
    private final int[] rows = new int[PIECE];
    private final int[] ids = new int[PIECE];
    private int[] unsearchedIds = new int[0];
    private int[] unsearchedRows = new int[0];

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
        plain.letGo();
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
            takePlain();
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

    private void takePlain() throws IOException {
        plain.begin(pages.page(), plainAt);
        int end = pages.pageEnd();
        boolean textOnly = column.value().bytes() == ParquetValue.Bytes.MAYBE_TEXT;
        for (; taken < pending && plain.end() - plainAt < MAX_TEXT_BYTES; taken++) {
            plain.next(end);
            if (plain.isUtf8() || !textOnly) {
                invalid += plain.isUtf8() ? 0 : 1;
                plain.keep();
                rows[count++] = rows[taken];
            } else {
                plain.moveTo(unsearched);
                unsearched.end(rows[taken]);
                notApplicable++;
            }
        }
        plainAt = plain.end();
        kind = Kind.PLAIN;
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
            case PLAIN -> {
                if (count > 0) {
                    plain.deliver(cells -> sink.cells(index, cells, rows));
                }
            }
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
}

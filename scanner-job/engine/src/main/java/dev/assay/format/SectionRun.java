package dev.assay.format;

import dev.assay.storage.HashingReader;
import dev.assay.storage.StorageException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one Parquet section: its row groups' column chunks in the order they lie in the file. A chunk that is
 * wrong is reported from where it is wrong, and the next one read. One thread.
 */
final class SectionRun {
    private static final int WRITER_BYTES = 1 << 20;

    private final ParquetFooter footer;
    private final int[] sinkIndices;
    private final ParquetPages pages;
    private final HashingReader reader;
    private final CellSink sink;
    private final CellWriter writer = new CellWriter(WRITER_BYTES);
    private long behind;

    /**
     * A run over some row groups of a file.
     *
     * @param sinkIndices the sink's index of each of the footer's columns
     */
    SectionRun(ParquetFooter footer, int[] sinkIndices, ParquetPages pages, HashingReader reader, CellSink sink) {
        this.footer = footer;
        this.sinkIndices = sinkIndices.clone();
        this.pages = pages;
        this.reader = reader;
        this.sink = sink;
    }

    /** Reads one row group. */
    void read(ParquetFormat.Block block) {
        RowGroup group = block.group();
        sink.beginRows(block.firstRow());
        IntStream.range(0, sinkIndices.length)
                .boxed()
                .sorted(Comparator.comparingLong(column -> start(group, column)))
                .forEach(column -> chunk(block, column));
        sink.endRows((int) group.getNum_rows());
    }

    private static @Nullable ColumnMetaData meta(RowGroup group, int column) {
        return column < group.getColumnsSize() ? group.getColumns().get(column).getMeta_data() : null;
    }

    private static long start(RowGroup group, int column) {
        ColumnMetaData meta = meta(group, column);
        return meta == null ? -1 : ParquetFooter.start(meta);
    }

    private void chunk(ParquetFormat.Block block, int index) {
        ParquetColumn column = footer.columns().get(index);
        long rows = block.group().getNum_rows();
        ColumnMetaData meta = meta(block.group(), index);
        if (meta == null) {
            boolean encrypted = index < block.group().getColumnsSize()
                    && block.group().getColumns().get(index).isSetCrypto_metadata();
            skip(block, column, encrypted ? "it is encrypted" : "the footer does not describe it", 0, rows);
            return;
        }
        long size = Math.max(0, meta.getTotal_compressed_size());
        String refusal = refusal(block.group().getColumns().get(index), meta, column);
        if (refusal != null) {
            skip(block, column, refusal, size, rows);
            return;
        }
        long start = ParquetFooter.start(meta);
        long end = start + Math.min(size, footer.dataEnd() - start);
        reader.skipTo(start);
        pages.open(meta.getCodec(), start, end, footer.dataEnd());
        ParquetChunk chunk = new ParquetChunk(column, sinkIndices[index], pages, meta.getNum_values(), rows, writer);
        String failure = pieces(chunk);
        if (failure != null) {
            skip(block, column, failure, Math.max(0, end - pages.position()), Math.max(0, rows - chunk.rows()));
        }
        behind = Math.max(behind, pages.position());
    }

    /** Delivers a chunk piece by piece; returns why it could not be read to its end, or null. */
    private @Nullable String pieces(ParquetChunk chunk) {
        while (true) {
            try {
                if (!chunk.advance()) {
                    return null;
                }
            } catch (StorageException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                return Reason.of(e);
            }
            chunk.deliver(sink);
        }
    }

    /** Why the chunk is not even begun; null if it can be. */
    private @Nullable String refusal(ColumnChunk chunk, ColumnMetaData meta, ParquetColumn column) {
        if (chunk.isSetFile_path()) {
            return "its pages are in another file";
        }
        if (chunk.isSetCrypto_metadata()) {
            return "it is encrypted";
        }
        if (!List.of(column.descriptor().getPath()).equals(meta.getPath_in_schema())) {
            return "the footer describes another column in its place";
        }
        if (meta.getCodec() == null) {
            return "its compression codec is not known";
        }
        long start = ParquetFooter.start(meta);
        if (meta.getNum_values() < 0 || meta.getTotal_compressed_size() < 0 || start < 0 || start > footer.dataEnd()) {
            return "its position in the footer lies outside the file";
        }
        if (start < behind && meta.getNum_values() > 0) {
            return "its pages overlap those of another column";
        }
        return null;
    }

    private void skip(ParquetFormat.Block block, ParquetColumn column, String why, long bytes, long rows) {
        String path = column.schema().path();
        sink.skipped(path, "Row group " + block.index() + ", column `" + path + "`: " + why + ".", bytes, rows);
    }
}

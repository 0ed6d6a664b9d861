package dev.assay.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers rows as a text format meets them and hands them to the sink as blocks, column by column. A row that has nothing
 * in a column, not even a null, counts as a null of that column, also for rows before the column was first met: the sums
 * do not depend on the order of rows.
 */
final class RowBlocks {
    private static final int MAX_ROWS = 1 << 14;
    private static final long MAX_BYTES = 4 << 20;

    private final CellSink sink;
    private final long base;
    private final List<Column> columns = new ArrayList<>();
    private long firstRow;
    private int row;
    private long bytes;

    /** @param base number of the first row */
    RowBlocks(CellSink sink, long base) {
        this.sink = sink;
        this.base = base;
        sink.beginRows(base);
    }

    /** One column while its block is gathered. */
    static final class Column {
        private final int index;
        private final CellWriter cells = new CellWriter(0);
        private final CellWriter unsearched = new CellWriter(0);
        private final Map<String, Long> notApplicable = new HashMap<>();
        private long nulls;
        private long invalid;
        private long rowsMet;
        private long lastRow = -1;

        Column(int index) {
            this.index = index;
        }

        /** Where the next cell's bytes go. */
        CellWriter cells() {
            return cells;
        }

        /** Where the bytes of a value go that no detector needs to see. */
        CellWriter unsearched() {
            return unsearched;
        }
    }

    /** Makes a column known. */
    Column column(String path) {
        Column column = new Column(sink.column(new ColumnSchema(path, "string", "", true)));
        columns.add(column);
        return column;
    }

    private void meet(Column column) {
        if (column.lastRow != firstRow + row) {
            column.lastRow = firstRow + row;
            column.rowsMet++;
        }
    }

    /** Closes the cell that was put together in the column's writer. */
    void endCell(Column column) {
        if (!column.cells.openIsUtf8()) {
            column.invalid++;
        }
        endValidCell(column);
    }

    /** Closes a cell that cannot be anything but UTF-8. */
    void endValidCell(Column column) {
        meet(column);
        bytes += column.cells.openLength() + 13;
        column.cells.end(row);
    }

    void addNull(Column column) {
        meet(column);
        column.nulls++;
    }

    /** Closes the value that was put together in {@link Column#unsearched()}. */
    void endUnsearched(Column column, String reason) {
        meet(column);
        bytes += column.unsearched.openLength() + 13;
        column.unsearched.end(row);
        column.notApplicable.merge(reason, 1L, Long::sum);
    }

    /** Rows ended so far. */
    long rows() {
        return firstRow + row;
    }

    /** Ends a row; delivers the block if it is full. */
    void endRow() {
        row++;
        if (row == MAX_ROWS || bytes >= MAX_BYTES) {
            flush();
            sink.beginRows(base + firstRow);
        }
    }

    /** Ends a row that broke off, if anything of it was met. */
    void endBrokenRow() {
        if (columns.stream().anyMatch(column -> column.lastRow == rows())) {
            endRow();
        }
    }

    /** Delivers the last block. */
    void finish() {
        long rows = rows();
        for (Column column : columns) {
            column.nulls += rows - column.rowsMet;
        }
        flush();
    }

    private void flush() {
        for (Column column : columns) {
            if (column.cells.cells() > 0) {
                sink.cells(column.index, column.cells.batch(), column.cells.rows());
                column.cells.clear();
            }
            if (column.unsearched.cells() > 0) {
                sink.unsearched(column.index, column.unsearched.batch(), column.unsearched.rows());
                column.unsearched.clear();
            }
            if (column.nulls > 0) {
                sink.nulls(column.index, column.nulls);
                column.nulls = 0;
            }
            column.notApplicable.forEach((reason, count) -> sink.notApplicable(column.index, reason, count));
            column.notApplicable.clear();
            if (column.invalid > 0) {
                sink.invalidText(column.index, column.invalid);
                column.invalid = 0;
            }
        }
        sink.endRows(row);
        firstRow += row;
        row = 0;
        bytes = 0;
    }
}

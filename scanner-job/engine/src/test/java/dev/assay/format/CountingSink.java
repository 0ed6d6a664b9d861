package dev.assay.format;

import dev.assay.detect.CellBatch;

/** Counts what is delivered and keeps nothing. */
final class CountingSink implements CellSink {
    private int columns;
    private long cells;
    private long cellBytes;
    private int skips;

    long cells() {
        return cells;
    }

    long cellBytes() {
        return cellBytes;
    }

    int skips() {
        return skips;
    }

    @Override
    public int column(ColumnSchema column) {
        return columns++;
    }

    @Override
    public void beginRows(long firstRow) {}

    @Override
    public void cells(int column, CellBatch batch, int[] rows) {
        cells += batch.cells();
        for (int i = 0; i < batch.cells(); i++) {
            cellBytes += batch.length(i);
        }
    }

    @Override
    public void dictionary(int column, CellBatch values) {}

    @Override
    public void occurrences(int column, int[] ids, int[] rows, int count) {
        cells += count;
    }

    @Override
    public void nulls(int column, long count) {}

    @Override
    public void endRows(int rows) {}

    @Override
    public void notApplicable(int column, String reason, long count) {}

    @Override
    public void invalidText(int column, long count) {}

    @Override
    public void irregular(String reason, long rows) {}

    @Override
    public void skipped(String columnPath, String reason, long bytes, long rows) {
        skips++;
    }
}

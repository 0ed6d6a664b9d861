package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.CellBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps what a format delivers, and holds it to the promises of {@link CellSink} and {@link CellBatch}. */
final class CollectingSink implements CellSink {
    private static final int MAX_KEPT = 2_000_000;

    /** What was delivered of one column. */
    static final class Column {
        final ColumnSchema schema;
        /** {@code row:text} of each cell. */
        final List<String> cells = new ArrayList<>();

        final Map<String, Long> notApplicable = new TreeMap<>();

        @Nullable List<String> dictionary;

        long count;
        long nulls;
        long invalid;
        int lastRow = -1;

        Column(ColumnSchema schema) {
            this.schema = schema;
        }

        /** Cells delivered or withheld on purpose: everything but nulls. */
        long values() {
            return count + notApplicable.values().stream().mapToLong(n -> n).sum();
        }

        /** The cells' texts without their rows. */
        List<String> texts() {
            return cells.stream()
                    .map(cell -> cell.substring(cell.indexOf(':') + 1))
                    .toList();
        }
    }

    final List<Column> columns = new ArrayList<>();
    final Map<String, Column> byPath = new LinkedHashMap<>();
    final List<String> skipped = new ArrayList<>();
    final Map<String, Long> irregular = new TreeMap<>();
    long rows;
    private boolean open;
    private long blockStart;
    private int maxRow = -1;

    Column at(String path) {
        Column column = byPath.get(path);
        assertThat(column).as("column %s of %s", path, byPath.keySet()).isNotNull();
        return java.util.Objects.requireNonNull(column);
    }

    @Override
    public int column(ColumnSchema column) {
        Column known = byPath.get(column.path());
        if (known != null) {
            return columns.indexOf(known);
        }
        Column fresh = new Column(column);
        byPath.put(column.path(), fresh);
        columns.add(fresh);
        return columns.size() - 1;
    }

    @Override
    public void beginRows(long firstRow) {
        assertThat(open).as("a block is open").isFalse();
        open = true;
        blockStart = firstRow;
        maxRow = -1;
        columns.forEach(column -> {
            column.lastRow = -1;
            column.dictionary = null;
        });
    }

    @Override
    public void cells(int column, CellBatch batch, int[] rowsOf) {
        check(batch);
        Column target = columns.get(column);
        for (int i = 0; i < batch.cells(); i++) {
            add(target, rowsOf[i], batch.cell(i).reveal());
        }
    }

    private void add(Column target, int row, String text) {
        assertThat(open).as("cells outside a block").isTrue();
        if (row < target.lastRow) {
            throw new AssertionError("rows go back in " + target.schema.path());
        }
        target.lastRow = row;
        maxRow = Math.max(maxRow, row);
        target.count++;
        if (target.cells.size() < MAX_KEPT) {
            target.cells.add(blockStart + row + ":" + text);
        }
    }

    private static void check(CellBatch batch) {
        if (batch.cells() == 0) {
            return;
        }
        byte[] bytes = batch.bytes();
        int gap = batch.start(0) - CellBatch.PADDING;
        for (int i = 0; i < batch.cells(); i++) {
            int from = i == 0 ? gap : batch.end(i - 1);
            if (batch.start(i) <= from) {
                throw new AssertionError("no separator before cell " + i);
            }
            for (int at = from; at < batch.start(i); at++) {
                if (bytes[at] != CellBatch.SEPARATOR) {
                    throw new AssertionError("a byte between cells is no separator, before cell " + i);
                }
            }
        }
        int end = batch.end(batch.cells() - 1);
        assertThat(batch.limit()).isEqualTo(end + 1);
        for (int at = end; at < end + CellBatch.PADDING; at++) {
            if (bytes[at] != CellBatch.SEPARATOR) {
                throw new AssertionError("padding is missing after the last cell");
            }
        }
    }

    @Override
    public void dictionary(int column, CellBatch values) {
        check(values);
        assertThat(open).isTrue();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.cells(); i++) {
            texts.add(new String(values.bytes(), values.start(i), values.length(i), StandardCharsets.UTF_8));
        }
        assertThat(columns.get(column).dictionary).as("one dictionary a block").isNull();
        columns.get(column).dictionary = texts;
    }

    @Override
    public void occurrences(int column, int[] ids, int[] rowsOf, int count) {
        Column target = columns.get(column);
        List<String> dictionary = java.util.Objects.requireNonNull(target.dictionary, "no dictionary");
        for (int i = 0; i < count; i++) {
            add(target, rowsOf[i], dictionary.get(ids[i]));
        }
    }

    @Override
    public void nulls(int column, long count) {
        assertThat(open).isTrue();
        columns.get(column).nulls += count;
    }

    @Override
    public void endRows(int count) {
        assertThat(open).isTrue();
        assertThat(maxRow).as("last row with a cell").isLessThan(count);
        open = false;
        rows += count;
    }

    @Override
    public void notApplicable(int column, String reason, long cells) {
        columns.get(column).notApplicable.merge(reason, cells, Long::sum);
    }

    @Override
    public void invalidText(int column, long cells) {
        columns.get(column).invalid += cells;
    }

    @Override
    public void irregular(String reason, long count) {
        irregular.merge(reason, count, Long::sum);
    }

    @Override
    public void skipped(String columnPath, String reason, long bytes, long rowCount) {
        assertThat(bytes).isNotNegative();
        assertThat(rowCount).isNotNegative();
        skipped.add(reason);
    }

    /** Everything delivered, for comparing two readings. */
    Map<String, Object> everything() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("rows", rows);
        all.put("skipped", skipped);
        all.put("irregular", irregular);
        for (Column column : columns) {
            all.put(
                    column.schema.path(),
                    List.of(column.cells, column.nulls, column.invalid, column.notApplicable.toString()));
        }
        return all;
    }
}

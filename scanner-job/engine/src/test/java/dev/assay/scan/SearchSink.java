package dev.assay.scan;

import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.format.CellSink;
import dev.assay.format.ColumnSchema;
import dev.assay.summary.CellRecorder;
import dev.assay.summary.ColumnSummary;
import dev.assay.summary.RowCounts;
import dev.assay.summary.Suppressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scans canaries and cells and counts findings as a scan does, and measures nothing else: what a scan was without quality. */
final class SearchSink implements CellSink {
    private final RuleSet rules;
    private final CellScanner scanner;
    private final Findings findings = new Findings();
    private final RowCounts rowCounts = new RowCounts();
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private long firstRow;
    private long rows;

    private record Column(ColumnContext context, ColumnSummary summary, CellRecorder recorder) {}

    SearchSink(RuleSet rules) {
        this.rules = rules;
        scanner = rules.scanner();
        Canaries.shipped().release(rules, scanner, new ScanSummary());
    }

    long rows() {
        return rows;
    }

    @Override
    public int column(ColumnSchema schema) {
        return indices.computeIfAbsent(schema.path(), path -> {
            ColumnSummary summary = new ColumnSummary();
            CellRecorder recorder = new CellRecorder(rules, "f", path, 3, summary, rowCounts, Suppressions.NONE);
            recorder.beginRows(firstRow);
            columns.add(new Column(rules.column(path), summary, recorder));
            return columns.size() - 1;
        });
    }

    @Override
    public void beginRows(long firstRowOfBlock) {
        firstRow = firstRowOfBlock;
        columns.forEach(column -> column.recorder().beginRows(firstRow));
    }

    @Override
    public void cells(int column, CellBatch batch, int[] rowsOfCells) {
        scanner.scan(batch, columns.get(column).context(), findings);
        columns.get(column).recorder().cells(batch, findings, rowsOfCells);
    }

    @Override
    public void dictionary(int column, CellBatch values) {
        scanner.scan(values, columns.get(column).context(), findings);
        columns.get(column).recorder().dictionary(values, findings);
    }

    @Override
    public void occurrences(int column, int[] ids, int[] rowsOfCells, int count) {
        columns.get(column).recorder().occurrences(ids, rowsOfCells, count);
    }

    @Override
    public void nulls(int column, long count) {
        columns.get(column).summary().nulls(count);
    }

    @Override
    public void endRows(int rowsOfBlock) {
        rows += rowsOfBlock;
        rowCounts.endBlock();
    }

    @Override
    public void notApplicable(int column, String reason, long cells) {}

    @Override
    public void invalidText(int column, long cells) {}

    @Override
    public void irregular(String reason, long rowsConcerned) {}

    @Override
    public void skipped(String columnPath, String reason, long bytes, long rowsLost) {
        throw new IllegalStateException(reason);
    }
}

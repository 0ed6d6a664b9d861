package dev.assay.cli;

import dev.assay.config.ConfidenceBand;
import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.detect.TextCell;
import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scans cells of JSON Lines and prints what is found, in the order of the input. */
final class CellDetection {
    private static final int MOST_CELLS = 512;
    private static final int MOST_BYTES = 1 << 20;
    /** Columns whose context is kept; beyond it contexts are made anew. */
    private static final int MOST_COLUMNS = 10_000;

    private final RuleSet rules;
    private final CellScanner scanner;
    private final int minConfidence;
    private final PrintStream out;
    private final Findings findings = new Findings();
    private final CellBatch batch = new CellBatch(MOST_BYTES);
    private final List<Json> ids = new ArrayList<>();
    private final Map<String, ColumnContext> columns = new HashMap<>();
    private final Map<String, ColumnJudgement> judgements = new HashMap<>();
    private String column = "";

    CellDetection(RuleSet rules, int minConfidence, PrintStream out) {
        this.rules = rules;
        this.minConfidence = minConfidence;
        this.out = out;
        scanner = minConfidence < ConfidenceBand.POSSIBLE.floor() ? rules.thoroughScanner() : rules.scanner();
    }

    /** Judges each cell as it comes; memory does not grow with the input. */
    void stream(JsonLineReader in) {
        for (Optional<JsonObject> line = in.next(); line.isPresent(); line = in.next()) {
            add(cell(in, line.get()), this::print);
            if (in.mayWait()) {
                flush(this::print);
                out.flush();
            }
        }
        flush(this::print);
    }

    /** Reads all cells, lets each column decide, then judges the cells. The input is kept in memory. */
    void table(JsonLineReader in) {
        List<Cell> cells = new ArrayList<>();
        for (Optional<JsonObject> line = in.next(); line.isPresent(); line = in.next()) {
            cells.add(cell(in, line.get()));
        }
        cells.stream().filter(cell -> !cell.column().isEmpty()).forEach(cell -> add(cell, this::count));
        flush(this::count);
        judgements.values().forEach(ColumnJudgement::decide);
        cells.forEach(cell -> add(cell, this::print));
        flush(this::print);
    }

    /** One line of the input. */
    private record Cell(Json id, String column, TextCell text) {}

    /** What is done with a batch that was scanned. */
    @FunctionalInterface
    private interface Use {
        void batch();
    }

    private static Cell cell(JsonLineReader in, JsonObject line) {
        try {
            return new Cell(line.get("id"), line.findString("column").orElse(""), TextCell.of(line.string("text")));
        } catch (JsonException trouble) {
            throw in.wrong(trouble.getMessage());
        }
    }

    private void add(Cell cell, Use use) {
        TextCell text = cell.text();
        boolean full = batch.cells() == MOST_CELLS || (batch.cells() > 0 && batch.limit() + text.length() > MOST_BYTES);
        if (full || !cell.column().equals(column)) {
            flush(use);
        }
        column = cell.column();
        ids.add(cell.id());
        batch.add(text.bytes(), text.start(), text.length());
    }

    private void flush(Use use) {
        if (batch.cells() == 0) {
            return;
        }
        scanner.scan(batch, context(column), findings);
        use.batch();
        batch.clear();
        ids.clear();
    }

    private void count() {
        judgements
                .computeIfAbsent(column, path -> new ColumnJudgement(rules, path))
                .count(batch, findings);
    }

    private void print() {
        FindingJson json = new FindingJson(rules, findings, batch, minConfidence, judgements.get(column));
        int from = 0;
        for (int cell = 0; cell < batch.cells(); cell++) {
            int to = from;
            while (to < findings.size() && findings.cell(to) == cell) {
                to++;
            }
            out.print(json.line(ids.get(cell), cell, from, to).canonical());
            out.print('\n');
            from = to;
        }
    }

    private ColumnContext context(String path) {
        if (columns.size() > MOST_COLUMNS) {
            columns.clear();
        }
        return columns.computeIfAbsent(path, rules::column);
    }
}

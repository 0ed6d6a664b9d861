package dev.assay.cli;

import dev.assay.detect.CellBatch;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.summary.CellRecorder;
import dev.assay.summary.ColumnSummary;
import dev.assay.summary.ColumnVerdict;
import dev.assay.summary.ColumnVerdict.Extent;
import dev.assay.summary.ColumnVerdict.Word;
import dev.assay.summary.RowCounts;
import dev.assay.summary.Suppressions;
import java.util.Arrays;

/** What the cells of one column say together, by the same verdict that a manifest's settled counts are made with. */
final class ColumnJudgement {
    private final RuleSet rules;
    private final ColumnSummary summary = new ColumnSummary();
    private final CellRecorder recorder;
    private ColumnVerdict verdict;

    ColumnJudgement(RuleSet rules, String column) {
        this.rules = rules;
        recorder = new CellRecorder(rules, "", column, 0, summary, new RowCounts(), Suppressions.NONE);
        verdict = weighed();
    }

    /** Counts the cells of a batch. */
    void count(CellBatch batch, Findings findings) {
        int[] rows = new int[batch.cells()];
        Arrays.setAll(rows, row -> row);
        recorder.cells(batch, findings, rows);
    }

    /** Weighs what was counted. */
    void decide() {
        recorder.finish();
        verdict = weighed();
    }

    private ColumnVerdict weighed() {
        return ColumnVerdict.of(summary, rules);
    }

    /** The finding of the column's own detector that takes a cell whole; -1 if there is none. */
    int elected(CellBatch batch, Findings findings, int cell, int from, int to) {
        for (int finding = from; finding < to; finding++) {
            if (word(batch, findings, cell, finding) == Word.VOUCHED) {
                return finding;
            }
        }
        return -1;
    }

    /** Confidence of a finding, the column heard. */
    int confidence(CellBatch batch, Findings findings, int finding) {
        return word(batch, findings, findings.cell(finding), finding).confidence(findings.confidence(finding));
    }

    private Word word(CellBatch batch, Findings findings, int cell, int finding) {
        boolean whole = findings.start(finding) == 0 && findings.end(finding) == batch.length(cell);
        return verdict.of(
                rules.detector(findings.detector(finding)).id(),
                findings.findingClass(finding),
                whole ? Extent.WHOLE_CELL : Extent.PART);
    }
}

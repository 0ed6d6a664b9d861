package dev.assay.summary;

import dev.assay.config.FindingClass;
import dev.assay.detect.CellBatch;
import dev.assay.detect.Findings;

/** One finding, loosened from its batch: positions and a hash. The batch it came from must outlive it. */
final class Evidence {
    private static final int UNASKED = -2;

    final int detector;
    final FindingClass findingClass;
    final int confidence;
    /** Detector that won the span; this one itself if it did. */
    final int winner;
    /** Whether the finding is all there is in the cell. */
    final boolean whole;
    /** First byte in the cell. */
    final int start;

    final long valueHash;
    private final CellBatch batch;
    private int suppression = UNASKED;
    private final int cellStart;
    private final int end;

    private Evidence(CellBatch batch, Findings findings, int finding) {
        this.batch = batch;
        detector = findings.detector(finding);
        findingClass = findings.findingClass(finding);
        confidence = findings.confidence(finding);
        winner = findings.detector(findings.winner(finding));
        start = findings.start(finding);
        end = findings.end(finding);
        whole = start == 0 && end == batch.length(findings.cell(finding));
        cellStart = batch.start(findings.cell(finding));
        valueHash = ValueHash.of(batch.bytes(), cellStart + start, cellStart + end);
    }

    /** Valid while the batch is unchanged. */
    static Evidence of(CellBatch batch, Findings findings, int finding) {
        return new Evidence(batch, findings, finding);
    }

    /** Place of the entry it is counted under, asked once; −1 if none matches it. */
    int suppression(Suppressions.Matcher matcher, String entity) {
        if (suppression == UNASKED) {
            suppression =
                    matcher.isIdle() ? -1 : matcher.match(entity, batch.bytes(), cellStart + start, cellStart + end);
        }
        return suppression;
    }

    boolean won() {
        return winner == detector;
    }

    /** The sample this finding would be, at one of the rows it occurs in. */
    Sample sample(long order, String file, long row, String detectorId, CodePoints codePoints) {
        byte[] bytes = batch.bytes();
        int first = codePoints.before(bytes, cellStart, cellStart + start);
        int behind = codePoints.before(bytes, cellStart, cellStart + end);
        String masked = Mask.of(bytes, cellStart + start, cellStart + end);
        return new Sample(order, file, row, first, behind, detectorId, confidence, masked);
    }
}

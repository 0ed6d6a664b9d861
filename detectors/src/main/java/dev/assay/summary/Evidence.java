package dev.assay.summary;

import dev.assay.config.FindingClass;
import dev.assay.detect.CellBatch;
import dev.assay.detect.Findings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** One finding, loosened from its batch: positions and a hash. The batch it came from must outlive it. */
final class Evidence {
    private static final int UNASKED = -2;
    private static final long HIGHS = 0x8080808080808080L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
    Sample sample(long order, String file, long row, String detectorId) {
        byte[] bytes = batch.bytes();
        int first = codePoints(bytes, cellStart, cellStart + start);
        int count = codePoints(bytes, cellStart + start, cellStart + end);
        String masked = Mask.of(bytes, cellStart + start, cellStart + end);
        return new Sample(order, file, row, first, first + count, detectorId, confidence, masked);
    }

    /** Eight bytes at a time, for a cell may be long and a finding at its end. */
    private static int codePoints(byte[] bytes, int from, int to) {
        int count = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            count -= Long.bitCount(eight & ~(eight << 1) & HIGHS);
        }
        for (; at < to; at++) {
            count -= (bytes[at] & 0xC0) == 0x80 ? 1 : 0;
        }
        return count;
    }
}

package dev.assay.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the batches in which there is nothing to find because they hold nothing but short numbers: amounts, counts, keys of a
 * table. How short is known from {@link FewestDigits} of the detectors that a number alone may be enough for, in this column.
 * Remembers the last column; not thread-safe.
 */
final class BareNumbers {
    private final int[] fewestDigits;

    /** Detectors that wait for a word or a column's path, which no bare number holds. */
    private final boolean[] waits;

    private @Nullable ColumnContext column;
    private int mostDigits;

    BareNumbers(RuleSet rules, Candour candour) {
        List<Parts> parts = rules.program().parts();
        fewestDigits = parts.stream().mapToInt(Parts::fewestDigits).toArray();
        waits = new boolean[parts.size()];
        for (int i = 0; i < waits.length; i++) {
            Detector detector = rules.detector(i);
            waits[i] = candour == Candour.SUPPORTED
                    && detector.needsEvidence()
                    && !detector.weighsColumns()
                    && detector.contextWords().stream().noneMatch(BareNumbers::holdsNoLetter);
        }
    }

    private static boolean holdsNoLetter(String phrase) {
        return phrase.codePoints().noneMatch(Character::isLetter);
    }

    /** Whether no detector can match anywhere in a batch of a column. */
    boolean holdNothing(CellBatch batch, ColumnContext context) {
        if (context != column) {
            column = context;
            mostDigits = mostDigits(context);
        }
        for (int cell = 0; cell < batch.cells(); cell++) {
            if (!isShort(batch.bytes(), batch.start(cell), batch.end(cell))) {
                return false;
            }
        }
        return true;
    }

    private int mostDigits(ColumnContext context) {
        int most = FewestDigits.MOST;
        for (int detector = 0; detector < waits.length; detector++) {
            if (!waits[detector] || context.evidence(detector) > 0) {
                most = Math.min(most, fewestDigits[detector] - 1);
            }
        }
        return most;
    }

    /** Whether a cell is empty or a bare number with no more digits than {@link #mostDigits}. */
    private boolean isShort(byte[] bytes, int start, int end) {
        int from = start < end && bytes[start] == '-' ? start + 1 : start;
        int others = 0;
        for (int at = from; at < end; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                others++;
                if (bytes[at] != '.' || others > 1) {
                    return false;
                }
            }
        }
        return end - from - others <= mostDigits;
    }
}

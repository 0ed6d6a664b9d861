package dev.assay.detect;

/**
 * How sure a detector is, 0–100, by what speaks for a candidate.
 *
 * @param shape the shape alone
 * @param checked the check passed too
 * @param context at least this when a context word stands near
 * @param column at least this when the column's path names what is sought
 * @param counter at most this when the path or a word nearby names a look-alike and nothing speaks for the candidate
 */
public record Confidence(int shape, int checked, int context, int column, int counter) {
    public Confidence {
        for (int value : new int[] {shape, checked, context, column, counter}) {
            if (value < 0 || value > 100) {
                throw new IllegalArgumentException("A confidence is 0–100, not " + value);
            }
        }
    }

    /**
     * The confidence of a candidate that a {@link SpanFinder} is sure of to some degree.
     *
     * @param found how sure the finder is, 0–100
     * @param path 1 if the column's path speaks for it, −1 if it speaks against it, else 0
     */
    int hearing(int found, int path) {
        return path > 0 ? Math.max(found, column) : path < 0 ? Math.min(found, counter) : found;
    }

    /**
     * The confidence of one candidate.
     *
     * @param passed whether a check passed it
     * @param words 1 if words nearby speak for it, −1 if they speak against it, else 0
     * @param path the same of the column's path
     */
    int of(boolean passed, int words, int path) {
        int base = passed ? checked : shape;
        int sure = base;
        if (words > 0) {
            sure = Math.max(sure, context);
        }
        if (path > 0) {
            sure = Math.max(sure, column);
        }
        boolean supported = words > 0 || path > 0;
        boolean opposed = words < 0 || path < 0;
        return opposed && !supported ? Math.min(base, counter) : sure;
    }
}

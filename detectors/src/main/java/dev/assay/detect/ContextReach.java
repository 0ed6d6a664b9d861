package dev.assay.detect;

import java.util.Arrays;

/**
 * For each detector the stretch of a batch in which its context words have been met of late: without gaps where there may be
 * some, so it names too many places, never too few. Moves through the batch part by part. Not thread-safe.
 */
final class ContextReach {
    private final ContextWords words;
    private final ContextHits hits;
    private final int ahead;
    private final int[] from;
    private final int[] to;
    private int nextHit;
    private int partFrom;
    private int partTo;

    ContextReach(RuleSet rules, ContextHits hits) {
        words = rules.contextWords();
        this.hits = hits;
        ahead = hits.longestStretch();
        from = new int[rules.detectors().size()];
        to = new int[from.length];
    }

    /** Begins with a batch. */
    void begin() {
        nextHit = 0;
        Arrays.fill(to, -1);
    }

    /** Says which part of the batch {@link #mayConcern} will be asked about; the parts follow each other. */
    void move(int newFrom, int newTo) {
        partFrom = newFrom;
        partTo = newTo;
        for (; nextHit < hits.size() && hits.to(nextHit) - ahead < partTo; nextHit++) {
            for (int detector : words.detectorList(hits.phrase(nextHit))) {
                if (to[detector] <= partFrom) {
                    from[detector] = hits.from(nextHit);
                    to[detector] = hits.to(nextHit);
                } else {
                    from[detector] = Math.min(from[detector], hits.from(nextHit));
                    to[detector] = Math.max(to[detector], hits.to(nextHit));
                }
            }
        }
    }

    /** Whether a word may speak for some match of a detector that begins in the part moved to. */
    boolean mayConcernPart(int detector) {
        return to[detector] > partFrom && from[detector] < partTo;
    }

    /** The next position from which on {@link #mayConcern} says something else of a detector in the part moved to. */
    int changesAt(int detector, int position) {
        int next = position < from[detector] ? from[detector] : to[detector];
        return next > position ? next : Integer.MAX_VALUE;
    }

    /** Whether a word may speak for a detector's match that begins at a position. */
    boolean mayConcern(int detector, int position) {
        return position >= from[detector] && position < to[detector];
    }
}

package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import org.jspecify.annotations.Nullable;

/**
 * What one detector has for itself, beside its share in the union. A plain detector has no automata; one with a lead has
 * the lead's and the shape's; one with an anchor has that of what stands left of the anchor, read backwards.
 *
 * @param longest the most bytes of a match, its lead included
 * @param bytes every byte that stands in some match, its lead included
 * @param fewestDigits the digits of the shortest bare number in which it may match, as {@link FewestDigits} tells
 * @param beginning an automaton of what its matches begin with, right for their first {@link AwakeFront#DEPTH} bytes, where it is run
 *     only near its words
 * @param buckets the buckets of the front filter its beginnings are in, where it is run only near its words; 0 elsewhere
 */
record Parts(
        @Nullable Dfa lead,
        @Nullable Dfa shape,
        @Nullable Dfa leftOfAnchor,
        int longest,
        ByteSet bytes,
        int fewestDigits,
        @Nullable Dfa beginning,
        long buckets) {
    /** Whether the detector is run only where something speaks for it. */
    boolean runsOnlyWithEvidence() {
        return buckets != 0;
    }

    Parts withFewestDigits(int digits) {
        return new Parts(lead, shape, leftOfAnchor, longest, bytes, digits, beginning, buckets);
    }

    Parts runOnlyWithEvidence(Dfa begunWith, long chosen) {
        return new Parts(lead, shape, leftOfAnchor, longest, bytes, fewestDigits, begunWith, chosen);
    }
}

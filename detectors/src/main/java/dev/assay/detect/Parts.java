package dev.assay.detect;

import dev.assay.detect.shape.Dfa;
import org.jspecify.annotations.Nullable;

/**
 * The automata one detector has for itself, beside its share in the union. A plain detector has none; one with a lead has
 * the lead's and the shape's; one with an anchor has that of what stands left of the anchor, read backwards.
 *
 * @param longest the most bytes of a match, its lead included
 */
record Parts(
        @Nullable Dfa lead, @Nullable Dfa shape, @Nullable Dfa leftOfAnchor, int longest) {}

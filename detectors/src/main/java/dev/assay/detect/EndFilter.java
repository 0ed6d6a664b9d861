package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import dev.assay.detect.shape.Prefixes;
import dev.assay.detect.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells from the byte behind it whether an end that a union automaton accepts can be anybody's: in {@code example.com} a
 * domain is accepted behind {@code .c}, {@code .co} and {@code .com}, and only the last is not inside a word; and behind a lead
 * that many texts hold, such as {@code https://}, rarely stands what the shape behind it begins with. One look-up an end; lets
 * through too much, never too little. Immutable.
 */
final class EndFilter {
    /** All further kinds of bytes share a bit. */
    private static final int MOST_KINDS = Long.SIZE;

    private final int firstAccepting;

    /** Per accepting state, the kinds of bytes that those who accept ask for, a bit each. */
    private final long[] asked;

    /** Per byte, the kinds that it is one of. */
    private final long[] offered = new long[256];

    /**
     * The filter of one automaton.
     *
     * @param detectors by label; one with a lead takes part with the lead alone, behind which its shape begins
     */
    EndFilter(Dfa union, List<Detector> detectors) {
        firstAccepting = union.firstAccepting();
        asked = new long[union.states() - firstAccepting];
        long[] bits = new long[detectors.size()];
        List<ByteSet> kinds = new ArrayList<>();
        for (int label : union.reachable(union.start())) {
            bits[label] = ask(behind(detectors.get(label)), kinds);
        }
        for (int i = 0; i < asked.length; i++) {
            for (int label : union.labels(firstAccepting + i)) {
                asked[i] |= bits[label];
            }
        }
    }

    /** What may stand behind an end that a detector is met at. */
    private static ByteSet behind(Detector detector) {
        return detector.lead() == null
                ? detector.right().allowedRight()
                : ByteSet.all(detector.shapes().stream()
                        .map(shape -> Prefixes.of(Shape.parse(shape), 1).get(0)));
    }

    /** The bit of a kind, whose bytes offer it from then on. */
    private long ask(ByteSet kind, List<ByteSet> kinds) {
        if (!kinds.contains(kind)) {
            kinds.add(kind);
        }
        long bit = 1L << Math.min(kinds.indexOf(kind), MOST_KINDS - 1);
        for (int value = 0; value < offered.length; value++) {
            offered[value] |= kind.contains(value) ? bit : 0;
        }
        return bit;
    }

    /** Whether somebody may end here, {@code behind} being the byte behind the end. */
    boolean mayEnd(int acceptingState, byte behind) {
        return (asked[acceptingState - firstAccepting] & offered[behind & 0xFF]) != 0;
    }
}

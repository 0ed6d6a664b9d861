package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import java.util.List;

/**
 * Tells from the byte behind it whether an end that a union automaton accepts can be anybody's: in {@code example.com} a
 * domain is accepted behind {@code .c}, {@code .co} and {@code .com}, and only the last is not inside a word. One look-up
 * an end; lets through too much, never too little. Immutable.
 */
final class EndFilter {
    private static final List<Boundary> BOUNDARIES = List.of(Boundary.values());

    /** Per byte, the boundaries that it does not offend, a bit each. */
    private static final byte[] OFFERED = offered();

    private final int firstAccepting;

    /** Per accepting state, the boundaries that those who accept ask for. */
    private final byte[] asked;

    /**
     * The filter of one automaton.
     *
     * @param detectors by label; one with a lead takes part with the lead alone, behind which anything may stand
     */
    EndFilter(Dfa union, List<Detector> detectors) {
        firstAccepting = union.firstAccepting();
        asked = new byte[union.states() - firstAccepting];
        for (int i = 0; i < asked.length; i++) {
            for (int label : union.labels(firstAccepting + i)) {
                Detector detector = detectors.get(label);
                asked[i] |= bit(detector.lead() != null ? Boundary.NONE : detector.right());
            }
        }
    }

    private static byte[] offered() {
        byte[] offered = new byte[256];
        for (Boundary boundary : BOUNDARIES) {
            ByteSet allowed = boundary.allowedRight();
            for (int value = 0; value < 256; value++) {
                offered[value] |= allowed.contains(value) ? bit(boundary) : 0;
            }
        }
        return offered;
    }

    private static byte bit(Boundary boundary) {
        return (byte) (1 << BOUNDARIES.indexOf(boundary));
    }

    /** Whether somebody may end here, {@code behind} being the byte behind the end. */
    boolean mayEnd(int acceptingState, byte behind) {
        return (asked[acceptingState - firstAccepting] & OFFERED[behind & 0xFF]) != 0;
    }
}

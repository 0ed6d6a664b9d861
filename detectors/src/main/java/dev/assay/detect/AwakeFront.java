package dev.assay.detect;

import static java.util.Objects.requireNonNull;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;

/**
 * Of the positions that the front filter leaves to detectors which need words, keeps those where one may begin for which a
 * word speaks just there. Buckets cannot tell: near the word mobile they let through every number, because a hundred kinds
 * of numbers share a few of them. Those few that are awake are asked one by one, each by a small automaton of its own. Lets through
 * too much, never too little; not thread-safe.
 */
final class AwakeFront {
    /** How many bytes of a match are looked at. */
    static final int DEPTH = 16;

    /** Where more are awake a position costs more than it may save. */
    private static final int MOST = 24;

    private final ContextReach reach;
    private final ContextZones zones;
    private final Verifier verifier;
    private final int[] supported;

    private final Dfa[] beginnings;
    private final Boundary[] left;
    private final ByteSet[] mayEndBefore;

    /** Those that are awake in the part of the batch being searched, as places in the list of all. */
    private final int[] awake;

    private int awakeCount;

    /** Those of them that a word may speak for at the positions up to another. */
    private final int[] near;

    private int nearCount;
    private int nearTo;

    AwakeFront(RuleSet rules, ContextReach reach, ContextZones zones, Verifier verifier) {
        this.reach = reach;
        this.zones = zones;
        this.verifier = verifier;
        supported = rules.supported();
        awake = new int[supported.length];
        near = new int[supported.length];
        beginnings = new Dfa[supported.length];
        left = new Boundary[supported.length];
        mayEndBefore = new ByteSet[supported.length];
        for (int i = 0; i < supported.length; i++) {
            Detector detector = rules.detector(supported[i]);
            beginnings[i] =
                    requireNonNull(rules.program().parts().get(supported[i]).beginning());
            left[i] = detector.left();
            mayEndBefore[i] = detector.right().allowedRight();
        }
    }

    /** Says which part of the batch positions lie in from now on. */
    void move(int from, int to) {
        reach.move(from, to);
        nearTo = from;
    }

    /**
     * Keeps some of the positions of the part, moved to the front.
     *
     * @param positions ascending
     * @return how many were kept
     */
    int keep(byte[] bytes, int[] positions, int size) {
        if (size == 0 || !wakesFew()) {
            return size;
        }
        int count = 0;
        for (int i = 0; i < size; i++) {
            int position = positions[i];
            positions[count] = position;
            boolean kept =
                    mayBegin(bytes, position) || bytes[position - 1] == CellBatch.SEPARATOR || zones.isNamed(position);
            count += kept ? 1 : 0;
        }
        return count;
    }

    /** Finds out who is awake in the part; false if asking them is not worth while, or somebody needs no word. */
    private boolean wakesFew() {
        awakeCount = 0;
        for (int i = 0; i < supported.length; i++) {
            int detector = supported[i];
            if (!verifier.needsWord(detector)) {
                return false;
            }
            awake[awakeCount] = i;
            awakeCount += reach.mayConcernPart(detector) ? 1 : 0;
        }
        return awakeCount <= MOST;
    }

    private boolean mayBegin(byte[] bytes, int position) {
        if (position >= nearTo) {
            moveTo(position);
        }
        for (int i = 0; i < nearCount; i++) {
            if (mayBegin(near[i], bytes, position)) {
                return true;
            }
        }
        return false;
    }

    private void moveTo(int position) {
        nearCount = 0;
        nearTo = Integer.MAX_VALUE;
        for (int i = 0; i < awakeCount; i++) {
            int detector = supported[awake[i]];
            if (reach.mayConcern(detector, position)) {
                near[nearCount++] = awake[i];
            }
            nearTo = Math.min(nearTo, reach.changesAt(detector, position));
        }
    }

    /** Whether a match begins at a position, as far as its first bytes and its neighbours tell. */
    private boolean mayBegin(int number, byte[] bytes, int position) {
        if (!left[number].allowsStart(bytes, position)) {
            return false;
        }
        Dfa beginning = beginnings[number];
        int state = beginning.start();
        for (int at = position; at < position + DEPTH; at++) {
            state = beginning.step(state, bytes[at]);
            if (state == Dfa.DEAD) {
                return false;
            }
            if (beginning.accepts(state) && mayEndBefore[number].contains(bytes[at + 1] & 0xFF)) {
                return true;
            }
        }
        return true;
    }
}

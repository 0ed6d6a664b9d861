package dev.assay.detect;

import static java.util.Objects.requireNonNull;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import java.util.Arrays;

/**
 * Of the positions that the front filter leaves to detectors which need words, keeps those where one may begin for which a
 * word speaks just there. Buckets cannot tell: near the word mobile they let through every number, because a hundred kinds
 * of numbers share a few of them. Those few that are awake and may begin with the first bytes are asked one by one, each by a small
 * automaton of its own. Lets through too much, never too little; not thread-safe.
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

    private final BeginningBytes firstBytes;
    private final Dfa[] beginnings;
    private final Boundary[] left;
    private final ByteSet[] mayEndBefore;

    /** Those that are awake in the part of the batch being searched, as places in the list of all. */
    private final int[] awake;

    private int awakeCount;

    /** Those of them that a word may speak for at the positions up to another, a bit each. */
    private final long[] near;

    private int nearTo;

    AwakeFront(RuleSet rules, ContextReach reach, ContextZones zones, Verifier verifier) {
        this.reach = reach;
        this.zones = zones;
        this.verifier = verifier;
        supported = rules.supported();
        awake = new int[supported.length];
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
        firstBytes = requireNonNull(rules.program().supported().firstBytes());
        near = new long[firstBytes.words()];
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
        for (int word = 0; word < near.length; word++) {
            long asked = near[word] == 0 ? 0 : near[word] & firstBytes.mayBegin(word, bytes, position);
            while (asked != 0) {
                if (mayBegin(word * Long.SIZE + Long.numberOfTrailingZeros(asked), bytes, position)) {
                    return true;
                }
                asked &= asked - 1;
            }
        }
        return false;
    }

    private void moveTo(int position) {
        Arrays.fill(near, 0);
        nearTo = Integer.MAX_VALUE;
        for (int i = 0; i < awakeCount; i++) {
            int detector = supported[awake[i]];
            if (reach.mayConcern(detector, position)) {
                near[awake[i] / Long.SIZE] |= 1L << awake[i];
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

package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.util.List;

/**
 * Of the positions that the front filter leaves to detectors which need words, keeps those where one may begin for which a
 * word speaks just there. Buckets cannot tell: near the word mobile they let through every number, because a hundred kinds
 * of numbers share a few of them. Each detector's own first bytes are looked at, of those few that are awake. Lets through
 * too much, never too little; not thread-safe.
 */
final class AwakeFront {
    /** How many bytes of a match are looked at. */
    static final int DEPTH = 8;

    /** Where more are awake a position costs more than it may save. */
    private static final int MOST = 24;

    private static final int LONGS_OF_SET = 4;

    private final ContextReach reach;
    private final ContextZones zones;
    private final Verifier verifier;
    private final int[] supported;

    /** Of each of these, the sets of bytes that its matches begin with, four numbers a set. */
    private final long[] sets;

    /** Those that are awake in the part of the batch being searched, as places in the list of all. */
    private final int[] awake;

    private int awakeCount;
    private boolean keepsAll;

    AwakeFront(RuleSet rules, ContextReach reach, ContextZones zones, Verifier verifier) {
        this.reach = reach;
        this.zones = zones;
        this.verifier = verifier;
        supported = rules.supported();
        awake = new int[supported.length];
        sets = new long[supported.length * DEPTH * LONGS_OF_SET];
        int at = 0;
        for (int detector : supported) {
            List<ByteSet> first = rules.program().parts().get(detector).first();
            for (ByteSet set : first) {
                sets[at++] = set.a();
                sets[at++] = set.b();
                sets[at++] = set.c();
                sets[at++] = set.d();
            }
        }
    }

    /** Says which part of the batch positions lie in from now on. */
    void move(int from, int to) {
        reach.move(from, to);
        awakeCount = 0;
        keepsAll = false;
        for (int i = 0; i < supported.length; i++) {
            int detector = supported[i];
            awake[awakeCount] = i;
            awakeCount += reach.mayConcernPart(detector) ? 1 : 0;
            keepsAll |= !verifier.needsWord(detector);
        }
        keepsAll |= awakeCount > MOST;
    }

    /**
     * Keeps some of the positions of the part, moved to the front.
     *
     * @param positions ascending
     * @return how many were kept
     */
    int keep(byte[] bytes, int[] positions, int size) {
        if (keepsAll) {
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

    private boolean mayBegin(byte[] bytes, int position) {
        for (int i = 0; i < awakeCount; i++) {
            if (reach.mayConcern(supported[awake[i]], position) && mayBegin(awake[i], bytes, position)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBegin(int number, byte[] bytes, int position) {
        int set = number * DEPTH * LONGS_OF_SET;
        for (int at = position; at < position + DEPTH; at++) {
            int value = bytes[at] & 0xFF;
            if ((sets[set + (value >>> 6)] >>> value & 1) == 0) {
                return false;
            }
            set += LONGS_OF_SET;
        }
        return true;
    }
}

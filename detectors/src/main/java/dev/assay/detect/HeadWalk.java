package dev.assay.detect;

import dev.assay.detect.shape.Heads;
import java.util.Arrays;

/**
 * Sorts the positions the front filter leaves by the unions that are to follow them: exactly, where the filter's masks mix
 * many shapes. Most positions fit no union and are dropped. Not thread-safe.
 */
final class HeadWalk {
    private final byte[] classOf;
    private final char[] next;
    private final int classes;
    private final int start;
    private final long[] groups;
    private final int[][] positions;
    private final int[] counts;
    private long steps;

    HeadWalk(Heads heads, int unions, int mostPositions) {
        classOf = heads.classOf();
        next = heads.next();
        classes = heads.classes();
        start = heads.start();
        groups = heads.groups();
        positions = new int[unions][mostPositions];
        counts = new int[unions];
    }

    /** Sorts positions, which replace those sorted before. Two are followed at once, so that their cache misses overlap. */
    void sort(byte[] bytes, int[] survivors, int size) {
        Arrays.fill(counts, 0);
        int i = 0;
        for (; i + 2 <= size; i += 2) {
            int at0 = survivors[i] - 1;
            int at1 = survivors[i + 1] - 1;
            int s0 = start;
            int s1 = start;
            for (int k = 0; k < Heads.DEPTH; k++) {
                s0 = next[s0 * classes + (classOf[bytes[at0 + k] & 0xFF] & 0xFF)];
                s1 = next[s1 * classes + (classOf[bytes[at1 + k] & 0xFF] & 0xFF)];
            }
            place(groups[s0], at0 + 1);
            place(groups[s1], at1 + 1);
        }
        for (; i < size; i++) {
            int at = survivors[i] - 1;
            int state = start;
            for (int k = 0; k < Heads.DEPTH; k++) {
                state = next[state * classes + (classOf[bytes[at + k] & 0xFF] & 0xFF)];
            }
            place(groups[state], at + 1);
        }
        steps += (long) Heads.DEPTH * size;
    }

    private void place(long unions, int position) {
        long left = unions;
        while (left != 0) {
            int union = Long.numberOfTrailingZeros(left);
            positions[union][counts[union]++] = position;
            left &= left - 1;
        }
    }

    /** The positions a union is to follow, ascending. */
    int[] positions(int union) {
        return positions[union];
    }

    /** How many of them. */
    int count(int union) {
        return counts[union];
    }

    long steps() {
        return steps;
    }
}

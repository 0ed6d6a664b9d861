package dev.assay.detect;

import java.util.Arrays;

/**
 * A front filter that follows {@link FrontMasks}: table look-ups and no branch that the text decides, at the places where
 * anything may begin. The kernels are kept as large methods
 * of their own on purpose: inlined into their caller they lose a third of their speed on JDK 17.
 */
final class ScalarFront implements FrontFilter {
    private final long[] before;
    private final long[] first;
    private final long[] second;
    private final long[] third;
    private final long[] fourth;
    private final long[] fifth;
    private final long[] sixth;
    private final long[] seventh;
    private final long[] eighth;
    private final Places places;
    private int[] found = new int[0];

    ScalarFront(FrontMasks plan) {
        before = table(plan, 0);
        first = table(plan, 1);
        second = table(plan, 2);
        third = table(plan, 3);
        fourth = table(plan, 4);
        fifth = table(plan, 5);
        sixth = table(plan, 6);
        seventh = table(plan, 7);
        eighth = table(plan, 8);
        places = new Places(plan.insideWords());
    }

    private static long[] table(FrontMasks plan, int number) {
        return Arrays.copyOfRange(plan.masks(), number * 256, (number + 1) * 256);
    }

    @Override
    public int survivors(byte[] bytes, int from, int to, int[] into, int size) {
        if (found.length < to - from) {
            found = new int[to - from];
        }
        return survivors(bytes, found, places.find(bytes, from, to, found), into, size);
    }

    @Override
    public int survivors(byte[] bytes, int[] candidates, int count, int[] into, int size) {
        return narrow(bytes, into, size, coarse(bytes, candidates, count, into, size));
    }

    /** Judges by the byte before and the first four. */
    private int coarse(byte[] bytes, int[] candidates, int candidateCount, int[] into, int size) {
        long[] t0 = before;
        long[] t1 = first;
        long[] t2 = second;
        long[] t3 = third;
        long[] t4 = fourth;
        int count = size;
        for (int i = 0; i < candidateCount; i++) {
            int at = candidates[i];
            long mask = t0[bytes[at - 1] & 0xFF]
                    & t1[bytes[at] & 0xFF]
                    & t2[bytes[at + 1] & 0xFF]
                    & t3[bytes[at + 2] & 0xFF]
                    & t4[bytes[at + 3] & 0xFF];
            into[count] = at;
            count += (int) ((mask | -mask) >>> 63);
        }
        return count;
    }

    /** Judges what is left by all eight bytes. */
    private int narrow(byte[] bytes, int[] positions, int begin, int size) {
        int count = begin;
        for (int i = begin; i < size; i++) {
            int at = positions[i];
            long mask = before[bytes[at - 1] & 0xFF]
                    & first[bytes[at] & 0xFF]
                    & second[bytes[at + 1] & 0xFF]
                    & third[bytes[at + 2] & 0xFF]
                    & fourth[bytes[at + 3] & 0xFF]
                    & fifth[bytes[at + 4] & 0xFF]
                    & sixth[bytes[at + 5] & 0xFF]
                    & seventh[bytes[at + 6] & 0xFF]
                    & eighth[bytes[at + 7] & 0xFF];
            positions[count] = at;
            count += (int) ((mask | -mask) >>> 63);
        }
        return count;
    }
}

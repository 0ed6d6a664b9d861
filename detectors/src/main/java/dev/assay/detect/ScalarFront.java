package dev.assay.detect;

import java.util.Arrays;

/**
 * The front filter in plain Java: table look-ups and no branch that the text decides. The kernels are kept as large methods
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
    }

    private static long[] table(FrontMasks plan, int number) {
        return Arrays.copyOfRange(plan.masks(), number * 256, (number + 1) * 256);
    }

    @Override
    public int survivors(byte[] bytes, int from, int to, int[] into) {
        return narrow(bytes, into, coarse(bytes, from, to, into));
    }

    /** Judges by the byte before and the first four. */
    private int coarse(byte[] bytes, int from, int to, int[] into) {
        long[] t0 = before;
        long[] t1 = first;
        long[] t2 = second;
        long[] t3 = third;
        long[] t4 = fourth;
        int count = 0;
        int at = from;
        int b0 = bytes[at - 1] & 0xFF;
        int b1 = bytes[at] & 0xFF;
        int b2 = bytes[at + 1] & 0xFF;
        int b3 = bytes[at + 2] & 0xFF;
        for (; at + 4 <= to; at += 4) {
            int b4 = bytes[at + 3] & 0xFF;
            int b5 = bytes[at + 4] & 0xFF;
            int b6 = bytes[at + 5] & 0xFF;
            int b7 = bytes[at + 6] & 0xFF;
            long m0 = t0[b0] & t1[b1] & t2[b2] & t3[b3] & t4[b4];
            long m1 = t0[b1] & t1[b2] & t2[b3] & t3[b4] & t4[b5];
            long m2 = t0[b2] & t1[b3] & t2[b4] & t3[b5] & t4[b6];
            long m3 = t0[b3] & t1[b4] & t2[b5] & t3[b6] & t4[b7];
            into[count] = at;
            count += (int) ((m0 | -m0) >>> 63);
            into[count] = at + 1;
            count += (int) ((m1 | -m1) >>> 63);
            into[count] = at + 2;
            count += (int) ((m2 | -m2) >>> 63);
            into[count] = at + 3;
            count += (int) ((m3 | -m3) >>> 63);
            b0 = b4;
            b1 = b5;
            b2 = b6;
            b3 = b7;
        }
        for (; at < to; at++) {
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
    private int narrow(byte[] bytes, int[] positions, int size) {
        int count = 0;
        for (int i = 0; i < size; i++) {
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

package dev.assay.detect;

import java.util.Arrays;

/**
 * Follows {@link FrontMasks}: of some positions, keeps those where a match may begin. Table look-ups and no branch that the
 * text decides, in three steps, each for fewer positions: the byte before and the first four, the next four, the last eight.
 * The kernels are methods of their own on purpose: inlined into their caller they lose a third of their speed on JDK 17. Not
 * thread-safe.
 */
final class ScalarFront {
    private final long[][] tables = new long[FrontMasks.DEPTH + 1][];

    /** Which buckets still live at a position, beside the positions. */
    private long[] living = new long[0];

    ScalarFront(FrontMasks plan) {
        for (int number = 0; number < tables.length; number++) {
            tables[number] = Arrays.copyOfRange(plan.masks(), number * 256, (number + 1) * 256);
        }
    }

    /**
     * Appends those of some places that are worth a look.
     *
     * @param bytes readable from one byte before each place to {@link FrontMasks#DEPTH} past it
     * @param places ascending; may be the part of {@code into} from {@code size} on, if they begin there
     * @param from the first of them, in the array
     * @param to one past the last
     * @param into has room for all and one more
     * @param size how many positions it holds already
     * @return how many it holds then
     */
    int survivors(byte[] bytes, int[] places, int from, int to, int[] into, int size) {
        makeRoom(size + to - from);
        return narrow(bytes, into, size, coarse(bytes, places, from, to, into, size));
    }

    /** The same, each place having buckets of its own that count there: others of them are taken as not there. */
    int survivors(byte[] bytes, int[] places, long[] allowed, int count, int[] into, int size) {
        makeRoom(size + count);
        return narrow(bytes, into, size, coarse(bytes, places, allowed, count, into, size));
    }

    private void makeRoom(int size) {
        if (living.length <= size) {
            living = new long[Math.max(size + 1, living.length * 2)];
        }
    }

    private int narrow(byte[] bytes, int[] positions, int begin, int size) {
        return last(bytes, positions, begin, next(bytes, positions, begin, size));
    }

    private int coarse(byte[] bytes, int[] places, int from, int to, int[] into, int size) {
        long[] live = living;
        long[] t0 = tables[0];
        long[] t1 = tables[1];
        long[] t2 = tables[2];
        long[] t3 = tables[3];
        long[] t4 = tables[4];
        int count = size;
        for (int i = from; i < to; i++) {
            int at = places[i];
            long mask = t0[bytes[at - 1] & 0xFF]
                    & t1[bytes[at] & 0xFF]
                    & t2[bytes[at + 1] & 0xFF]
                    & t3[bytes[at + 2] & 0xFF]
                    & t4[bytes[at + 3] & 0xFF];
            into[count] = at;
            live[count] = mask;
            count += (int) ((mask | -mask) >>> 63);
        }
        return count;
    }

    /** The loop above with one more load, kept apart so that places without buckets of their own do not pay for it. */
    private int coarse(byte[] bytes, int[] places, long[] allowed, int placeCount, int[] into, int size) {
        long[] live = living;
        long[] t0 = tables[0];
        long[] t1 = tables[1];
        long[] t2 = tables[2];
        long[] t3 = tables[3];
        long[] t4 = tables[4];
        int count = size;
        for (int i = 0; i < placeCount; i++) {
            int at = places[i];
            long mask = allowed[i]
                    & t0[bytes[at - 1] & 0xFF]
                    & t1[bytes[at] & 0xFF]
                    & t2[bytes[at + 1] & 0xFF]
                    & t3[bytes[at + 2] & 0xFF]
                    & t4[bytes[at + 3] & 0xFF];
            into[count] = at;
            live[count] = mask;
            count += (int) ((mask | -mask) >>> 63);
        }
        return count;
    }

    private int next(byte[] bytes, int[] positions, int begin, int size) {
        long[] live = living;
        long[] t5 = tables[5];
        long[] t6 = tables[6];
        long[] t7 = tables[7];
        long[] t8 = tables[8];
        int count = begin;
        for (int i = begin; i < size; i++) {
            int at = positions[i];
            long mask = live[i]
                    & t5[bytes[at + 4] & 0xFF]
                    & t6[bytes[at + 5] & 0xFF]
                    & t7[bytes[at + 6] & 0xFF]
                    & t8[bytes[at + 7] & 0xFF];
            positions[count] = at;
            live[count] = mask;
            count += (int) ((mask | -mask) >>> 63);
        }
        return count;
    }

    private int last(byte[] bytes, int[] positions, int begin, int size) {
        long[] live = living;
        long[] t9 = tables[9];
        long[] t10 = tables[10];
        long[] t11 = tables[11];
        long[] t12 = tables[12];
        long[] t13 = tables[13];
        long[] t14 = tables[14];
        long[] t15 = tables[15];
        long[] t16 = tables[16];
        int count = begin;
        for (int i = begin; i < size; i++) {
            int at = positions[i];
            long mask = live[i]
                    & t9[bytes[at + 8] & 0xFF]
                    & t10[bytes[at + 9] & 0xFF]
                    & t11[bytes[at + 10] & 0xFF]
                    & t12[bytes[at + 11] & 0xFF]
                    & t13[bytes[at + 12] & 0xFF]
                    & t14[bytes[at + 13] & 0xFF]
                    & t15[bytes[at + 14] & 0xFF]
                    & t16[bytes[at + 15] & 0xFF];
            positions[count] = at;
            count += (int) ((mask | -mask) >>> 63);
        }
        return count;
    }
}

package dev.assay.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Follows {@link FrontLiterals} over a stretch: one hash and one look-up a position, and another for the few that are left. */
final class LiteralFront {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] bits;
    private final long[] bitsAgain;

    LiteralFront(FrontLiterals plan) {
        bits = plan.bits();
        bitsAgain = plan.bitsAgain();
    }

    /**
     * Appends the positions of a stretch that are worth a look, ascending.
     *
     * @param bytes readable to four bytes past {@code to}
     * @param into has room for all positions and one more
     * @param size how many positions it holds already
     * @return how many it holds then
     */
    int survivors(byte[] bytes, int from, int to, int[] into, int size) {
        return narrow(bytes, into, size, coarse(bytes, from, to, into, size));
    }

    private int narrow(byte[] bytes, int[] positions, int begin, int size) {
        int count = begin;
        for (int i = begin; i < size; i++) {
            int at = positions[i];
            int gram = (int) INTS.get(bytes, at) | FrontLiterals.FOLD;
            int hash = (gram * FrontLiterals.FACTOR_AGAIN) >>> FrontLiterals.SHIFT_AGAIN;
            positions[count] = at;
            count += (int) (bitsAgain[hash >>> 6] >>> hash) & 1;
        }
        return count;
    }

    private int coarse(byte[] bytes, int from, int to, int[] into, int size) {
        long[] table = bits;
        int count = size;
        int at = from;
        for (; at + 4 <= to; at += 4) {
            int h0 = hash((int) INTS.get(bytes, at));
            int h1 = hash((int) INTS.get(bytes, at + 1));
            int h2 = hash((int) INTS.get(bytes, at + 2));
            int h3 = hash((int) INTS.get(bytes, at + 3));
            into[count] = at;
            count += (int) (table[h0 >>> 6] >>> h0) & 1;
            into[count] = at + 1;
            count += (int) (table[h1 >>> 6] >>> h1) & 1;
            into[count] = at + 2;
            count += (int) (table[h2 >>> 6] >>> h2) & 1;
            into[count] = at + 3;
            count += (int) (table[h3 >>> 6] >>> h3) & 1;
        }
        for (; at < to; at++) {
            int hash = hash((int) INTS.get(bytes, at));
            into[count] = at;
            count += (int) (table[hash >>> 6] >>> hash) & 1;
        }
        return count;
    }

    private static int hash(int gram) {
        return ((gram | FrontLiterals.FOLD) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT;
    }
}

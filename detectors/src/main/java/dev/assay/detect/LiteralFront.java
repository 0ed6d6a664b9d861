package dev.assay.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Follows {@link FrontLiterals} over a stretch: one hash and one look-up a position, and another for the few that are left. */
final class LiteralFront {
    private static final long FOLDS = 0x2020202020202020L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
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
     * @param bytes readable to eight bytes past {@code to}
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

    /** One load serves four positions; few of them are left, so that a branch is cheaper than writing them all. */
    private int coarse(byte[] bytes, int from, int to, int[] into, int size) {
        long[] table = bits;
        int count = size;
        for (int at = from; at < to; at += 4) {
            long seven = (long) LONGS.get(bytes, at) | FOLDS;
            int h0 = ((int) seven * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT;
            int h1 = ((int) (seven >>> 8) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT;
            int h2 = ((int) (seven >>> 16) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT;
            int h3 = ((int) (seven >>> 24) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT;
            int left = ((int) (table[h0 >>> 6] >>> h0) & 1)
                    | ((int) (table[h1 >>> 6] >>> h1 << 1) & 2)
                    | ((int) (table[h2 >>> 6] >>> h2 << 2) & 4)
                    | ((int) (table[h3 >>> 6] >>> h3 << 3) & 8);
            if (left != 0) {
                count = note(at, to, left, into, count);
            }
        }
        return count;
    }

    private static int note(int from, int to, int bits, int[] into, int size) {
        int count = size;
        for (int left = bits; left != 0; left &= left - 1) {
            int at = from + Integer.numberOfTrailingZeros(left);
            if (at < to) {
                into[count++] = at;
            }
        }
        return count;
    }
}

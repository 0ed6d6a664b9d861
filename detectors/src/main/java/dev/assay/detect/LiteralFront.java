package dev.assay.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Follows {@link FrontLiterals}: one hash and one look-up a position, and another for the few that are left. */
final class LiteralFront {
    private static final long FOLDS = 0x2020202020202020L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** By the hash of a run, 1 if it is kept. */
    private final byte[] kept;

    private final long[] bitsAgain;

    LiteralFront(FrontLiterals plan) {
        kept = plan.kept();
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

    /** Keeps those of some positions whose runs have the second hash too, and moves them together. */
    int narrow(byte[] bytes, int[] positions, int begin, int size) {
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

    /**
     * One load serves four positions. Each is written, and counted only if it is kept: in text no processor foresees which are,
     * and a wrong guess costs more than all four.
     */
    private int coarse(byte[] bytes, int from, int to, int[] into, int size) {
        byte[] table = kept;
        int count = size;
        int at = from;
        for (; at + 4 <= to; at += 4) {
            long seven = (long) LONGS.get(bytes, at) | FOLDS;
            into[count] = at;
            count += table[((int) seven * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT];
            into[count] = at + 1;
            count += table[((int) (seven >>> 8) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT];
            into[count] = at + 2;
            count += table[((int) (seven >>> 16) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT];
            into[count] = at + 3;
            count += table[((int) (seven >>> 24) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT];
        }
        for (; at < to; at++) {
            into[count] = at;
            count += isKept(bytes, at);
        }
        return count;
    }

    private int isKept(byte[] bytes, int at) {
        return kept[(((int) INTS.get(bytes, at) | FrontLiterals.FOLD) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT];
    }
}

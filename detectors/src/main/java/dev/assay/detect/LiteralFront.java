package dev.assay.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Follows {@link FrontLiterals}. Every second position is looked at: three bytes from there on are the first of a run that
 * begins there or the last of one that begins a byte earlier. The few pairs of positions that are left are told apart by the
 * hash of all four bytes. Not thread-safe.
 */
final class LiteralFront {
    private static final long FOLDS = 0x2020202020202020L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** By the hash of three bytes, 1 if the pair of positions is kept. */
    private final byte[] kept;

    private final long[] bitsAgain;

    /** The second positions of pairs that are left. */
    private int[] pairs = new int[0];

    LiteralFront(FrontLiterals plan) {
        kept = plan.keptOfThree();
        bitsAgain = plan.bitsAgain();
    }

    /**
     * Appends the positions of a stretch that are worth a look, ascending.
     *
     * @param bytes readable from one byte before {@code from} to eight past {@code to}
     * @param into has room for all positions and two more
     * @param size how many positions it holds already
     * @return how many it holds then
     */
    int survivors(byte[] bytes, int from, int to, int[] into, int size) {
        if (pairs.length <= (to - from) / 2 + 2) {
            pairs = new int[(to - from) / 2 + 3];
        }
        int left = pairs(bytes, from + 1, to + 1, pairs);
        int count = size;
        for (int i = 0; i < left; i++) {
            int second = pairs[i];
            into[count] = second - 1;
            count += isKept(bytes, second - 1);
            into[count] = second;
            count += isKept(bytes, second);
        }
        return count > size && into[count - 1] >= to ? count - 1 : count;
    }

    /**
     * One load serves four positions. Each is written, and counted only if it is kept: in text no processor foresees which are,
     * and a wrong guess costs more than all four.
     */
    private int pairs(byte[] bytes, int from, int to, int[] into) {
        byte[] table = kept;
        int count = 0;
        int at = from;
        for (; at + 4 < to; at += 4) {
            long eight = (long) LONGS.get(bytes, at) | FOLDS;
            into[count] = at;
            count += table[((int) (eight << 8) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT];
            into[count] = at + 2;
            count += table[(((int) (eight >>> 8) & ~0xFF) * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT];
        }
        for (; at < to; at += 2) {
            int three = ((int) INTS.get(bytes, at) | FrontLiterals.FOLD) << 8;
            into[count] = at;
            count += table[(three * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT];
        }
        return count;
    }

    /** Keeps those of some positions whose runs have the second hash, and moves them together. */
    int narrow(byte[] bytes, int[] positions, int begin, int size) {
        int count = begin;
        for (int i = begin; i < size; i++) {
            int at = positions[i];
            positions[count] = at;
            count += isKept(bytes, at);
        }
        return count;
    }

    private int isKept(byte[] bytes, int at) {
        int gram = (int) INTS.get(bytes, at) | FrontLiterals.FOLD;
        int hash = (gram * FrontLiterals.FACTOR_AGAIN) >>> FrontLiterals.SHIFT_AGAIN;
        return (int) (bitsAgain[hash >>> 6] >>> hash) & 1;
    }
}

package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The plan of a front filter for shapes that begin with few different runs of {@value #GRAM} bytes, such as {@code ghp_} or
 * {@code password}: a bit for the hash of each run, letters taken as lower case. Lets through what hashes alike; never
 * leaves a run out. Immutable by agreement.
 */
final class FrontLiterals implements FrontPlan {
    /** How many bytes of a match are looked at. */
    static final int GRAM = 4;

    /** The bit that tells capital from small letters; it is set in all bytes. */
    static final int FOLD = 0x20202020;

    private static final int BITS = 17;
    private static final int BITS_AGAIN = 15;
    static final int SHIFT = 32 - BITS;
    static final int SHIFT_AGAIN = 32 - BITS_AGAIN;
    static final int FACTOR = 0x9E3779B1;
    static final int FACTOR_AGAIN = 0x85EBCA77;

    private final long[] bits;
    private final long[] bitsAgain;

    private FrontLiterals(long[] bits, long[] bitsAgain) {
        this.bits = bits;
        this.bitsAgain = bitsAgain;
    }

    /** The plan for some beginnings. */
    static FrontLiterals of(List<List<FrontPlanner.Beginning>> beginnings) {
        FrontLiterals plan = new FrontLiterals(new long[1 << (BITS - 6)], new long[1 << (BITS_AGAIN - 6)]);
        for (List<FrontPlanner.Beginning> ofDetector : beginnings) {
            for (FrontPlanner.Beginning beginning : ofDetector) {
                enumerate(beginning.bytes(), 0, 0, plan::add);
            }
        }
        return plan;
    }

    private void add(int gram) {
        int hash = (gram * FACTOR) >>> SHIFT;
        bits[hash >>> 6] |= 1L << hash;
        int again = (gram * FACTOR_AGAIN) >>> SHIFT_AGAIN;
        bitsAgain[again >>> 6] |= 1L << again;
    }

    /** How many different runs a shape may begin with; a large number stands for more than {@code most}. */
    static int runs(List<FrontPlanner.Beginning> beginnings, int most) {
        Set<Integer> grams = new HashSet<>();
        for (FrontPlanner.Beginning beginning : beginnings) {
            long product = 1;
            for (ByteSet set : beginning.bytes().subList(0, GRAM)) {
                product *= set.size();
            }
            if (product > 16L * most) {
                return Integer.MAX_VALUE;
            }
            enumerate(beginning.bytes(), 0, 0, grams::add);
        }
        return grams.size();
    }

    private static void enumerate(List<ByteSet> sets, int place, int gram, IntConsumer each) {
        if (place == GRAM) {
            each.accept(gram | FOLD);
            return;
        }
        for (int value = 0; value < 256; value++) {
            if (sets.get(place).contains(value)) {
                enumerate(sets, place + 1, gram | (value << (8 * place)), each);
            }
        }
    }

    long[] bits() {
        return bits;
    }

    /** A second, smaller table by another hash, for the few that pass the first. */
    long[] bitsAgain() {
        return bitsAgain;
    }

    @Override
    public FrontFilter filter() {
        return new LiteralFront(this);
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        out.writeBoolean(true);
        for (long word : bits) {
            out.writeLong(word);
        }
        for (long word : bitsAgain) {
            out.writeLong(word);
        }
    }

    static FrontLiterals read(DataInputStream in) throws IOException {
        return new FrontLiterals(longs(in, 1 << (BITS - 6)), longs(in, 1 << (BITS_AGAIN - 6)));
    }

    private static long[] longs(DataInputStream in, int count) throws IOException {
        long[] longs = new long[count];
        for (int i = 0; i < count; i++) {
            longs[i] = in.readLong();
        }
        return longs;
    }
}

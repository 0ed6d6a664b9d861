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
 * {@code password}: a bit for the hash of each run, letters taken as lower case, and one for the hash of the first and of the
 * last three bytes of each. Lets through what hashes alike; never leaves a run out. Immutable by agreement.
 */
final class FrontLiterals {
    /** How many bytes of a match are looked at. */
    static final int GRAM = 4;

    /** The bit that tells capital from small letters; it is set in all bytes. */
    static final int FOLD = 0x20202020;

    private static final int BITS = 16;
    private static final int BITS_AGAIN = 15;
    static final int SHIFT = 32 - BITS;
    static final int SHIFT_AGAIN = 32 - BITS_AGAIN;
    static final int FACTOR = 0x9E3779B1;
    static final int FACTOR_AGAIN = 0x85EBCA77;

    private final long[] bits;
    private final long[] bitsAgain;
    private final long[] bitsOfThree;

    private FrontLiterals(long[] bits, long[] bitsAgain, long[] bitsOfThree) {
        this.bits = bits;
        this.bitsAgain = bitsAgain;
        this.bitsOfThree = bitsOfThree;
    }

    /** The plan for some beginnings. */
    static FrontLiterals of(List<List<FrontPlanner.Beginning>> beginnings) {
        long[] bits = new long[1 << (BITS - 6)];
        long[] bitsAgain = new long[1 << (BITS_AGAIN - 6)];
        long[] bitsOfThree = new long[1 << (BITS - 6)];
        for (List<FrontPlanner.Beginning> ofDetector : beginnings) {
            for (int gram : runs(ofDetector, Integer.MAX_VALUE)) {
                set(bits, (gram * FACTOR) >>> SHIFT);
                set(bitsAgain, (gram * FACTOR_AGAIN) >>> SHIFT_AGAIN);
                set(bitsOfThree, ((gram << 8) * FACTOR) >>> SHIFT);
                set(bitsOfThree, ((gram & ~0xFF) * FACTOR) >>> SHIFT);
            }
        }
        return new FrontLiterals(bits, bitsAgain, bitsOfThree);
    }

    private static void set(long[] bits, int hash) {
        bits[hash >>> 6] |= 1L << hash;
    }

    /**
     * The runs a shape may begin with, first byte lowest and {@link #FOLD folded}; none if there are more than a number of
     * them.
     */
    static Set<Integer> runs(List<FrontPlanner.Beginning> beginnings, int most) {
        Set<Integer> runs = new HashSet<>();
        for (FrontPlanner.Beginning beginning : beginnings) {
            long spellings = 1;
            for (ByteSet set : beginning.bytes().subList(0, GRAM)) {
                spellings *= set.size();
            }
            if (spellings > 16L * most) {
                return Set.of();
            }
            enumerate(beginning.bytes(), 0, 0, runs::add);
            if (runs.size() > most) {
                return Set.of();
            }
        }
        return runs;
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

    /** By hash, 1 for those of runs: a byte each, for a bit would have to be cut out. */
    byte[] kept() {
        return bytes(bits);
    }

    /** The same by the hash of three bytes, each shifted up by one, for those a run begins or ends with. */
    byte[] keptOfThree() {
        return bytes(bitsOfThree);
    }

    private static byte[] bytes(long[] bits) {
        byte[] bytes = new byte[bits.length * Long.SIZE];
        for (int hash = 0; hash < bytes.length; hash++) {
            bytes[hash] = (byte) (bits[hash >>> 6] >>> hash & 1);
        }
        return bytes;
    }

    /** A second, smaller table by another hash, for the few that pass the first. */
    long[] bitsAgain() {
        return bitsAgain;
    }

    void write(DataOutputStream out) throws IOException {
        Longs.write(out, bits);
        Longs.write(out, bitsAgain);
        Longs.write(out, bitsOfThree);
    }

    static FrontLiterals read(DataInputStream in) throws IOException {
        return new FrontLiterals(Longs.read(in), Longs.read(in), Longs.read(in));
    }
}

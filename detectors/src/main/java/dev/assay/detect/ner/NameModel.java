package dev.assay.detect.ner;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/**
 * The parameters of a maximum-entropy model in whole numbers: a weight for each feature and outcome,
 * in 1/{@value #SCALE}. Sums of whole numbers have no order, so a decision is the same on every machine. The outcomes are
 * always {@link #OUTCOMES}: nothing, and a begin and an inside for each kind of name. Immutable and shared by all threads.
 *
 * <pre>
 *  features int │ feature long × features, sorted │ weight short × features, outcome by outcome
 * </pre>
 */
final class NameModel {
    static final int SCALE = 1024;
    /** Nothing, then begin and inside of each {@link NameKind}. */
    static final int OUTCOMES = 1 + 2 * NameKind.values().length;

    /** Longs that hold sums of all outcomes. */
    static final int SUMS = 3;

    /** How many bits tell at a glance of most features that the model has no weight for them. */
    private static final int FILTER_BITS = 20;

    /** Added to each weight, so that none is below zero. */
    private static final int BIAS = 1 << 15;

    private static final long ONE = 0xFFFFL;
    private static final long EVEN = 0x0000_FFFF_0000_FFFFL;

    private final long[] rows;
    private final int last;
    private final long[] filter = new long[1 << (FILTER_BITS - 6)];
    private final int size;
    private final Lean lean;

    /**
     * A model.
     *
     * @param features none twice
     * @param weights {@link #OUTCOMES} for each feature
     * @param lean what names are given beforehand
     */
    NameModel(long[] features, short[] weights, Lean lean) {
        this.lean = lean;
        size = features.length;
        int slots = Integer.highestOneBit(Math.max(8, size + size / 2)) * 2;
        rows = new long[slots * 2];
        last = rows.length - 2;
        for (int i = 0; i < size; i++) {
            long feature = features[i];
            filter[filterWord(feature)] |= 1L << filterBit(feature);
            int row = row(feature);
            while (rows[row] != 0) {
                row = (row + 2) & last;
            }
            int nothing = i * OUTCOMES;
            rows[row] =
                    tag(feature) << Integer.SIZE | more(weights, nothing, 6) << Short.SIZE | more(weights, nothing, 5);
            rows[row + 1] = more(weights, nothing, 4) << 48
                    | more(weights, nothing, 3) << 32
                    | more(weights, nothing, 2) << 16
                    | more(weights, nothing, 1);
        }
    }

    /** What an outcome weighs more than nothing, biased. */
    private static long more(short[] weights, int nothing, int outcome) {
        int more = weights[nothing + outcome] - weights[nothing];
        return Math.max(0, Math.min((int) ONE, more + BIAS));
    }

    private int row(long feature) {
        return ((int) (feature >>> 12) * 2) & last;
    }

    /** What tells features of one row apart; never 0. */
    private static long tag(long feature) {
        return Math.max(1, feature >>> Integer.SIZE);
    }

    private static int filterWord(long feature) {
        return (int) (feature >>> (Long.SIZE - FILTER_BITS + 6));
    }

    private static long filterBit(long feature) {
        return feature >>> (Long.SIZE - FILTER_BITS);
    }

    /** What names are given beforehand. */
    Lean lean() {
        return lean;
    }

    int size() {
        return size;
    }

    /**
     * Adds the weights of some features, as what each outcome weighs more than nothing. Two sums share a long, the second as so
     * many 2³²: adding up longs adds up both, and {@link #split} takes them apart.
     *
     * @param of is left without the features that the model has surely no weight for
     * @param count how many of them, at most 2¹⁶
     * @param heads room for as many
     * @param sums {@link #SUMS} longs
     */
    void add(long[] of, int count, long[] heads, long[] sums, int at) {
        int maybe = 0;
        for (int i = 0; i < count; i++) {
            long feature = of[i];
            of[maybe] = feature;
            maybe += (int) (filter[filterWord(feature)] >>> filterBit(feature)) & 1;
        }
        // Rows lie far apart in memory: asked for in a loop of its own, none waits for another.
        for (int i = 0; i < maybe; i++) {
            heads[i] = rows[row(of[i])];
        }
        long oneAndThree = 0;
        long twoAndFour = 0;
        long fiveAndSix = 0;
        long known = 0;
        for (int i = 0; i < maybe; i++) {
            long feature = of[i];
            int row = row(feature);
            long tag = tag(feature);
            long head = heads[i];
            while (head != 0) {
                if (head >>> Integer.SIZE == tag) {
                    long weights = rows[row + 1];
                    oneAndThree += weights & EVEN;
                    twoAndFour += (weights >>> Short.SIZE) & EVEN;
                    fiveAndSix += ((head << Short.SIZE) | (head & ONE)) & EVEN;
                    known++;
                    break;
                }
                row = (row + 2) & last;
                head = rows[row];
            }
        }
        long bias = known * BIAS * (1L + (1L << Integer.SIZE));
        sums[at] += oneAndThree - bias;
        sums[at + 1] += twoAndFour - bias;
        sums[at + 2] += fiveAndSix - bias;
    }

    /** Takes sums apart: a score for each outcome. */
    static void split(long[] sums, int[] into) {
        into[0] = 0;
        split(sums[0], into, 1, 3);
        split(sums[1], into, 2, 4);
        split(sums[2], into, 5, 6);
    }

    private static void split(long two, int[] into, int one, int other) {
        int low = (int) two;
        into[one] = low;
        into[other] = (int) ((two - low) >> Integer.SIZE);
    }

    /** How probable one outcome is, given all scores, in parts per thousand, rounded down. */
    static int permille(int[] scores, int outcome) {
        double sum = 0;
        for (int i = 0; i < OUTCOMES; i++) {
            sum += StrictMath.exp((double) (scores[i] - scores[outcome]) / SCALE);
        }
        return (int) (1000 / sum);
    }

    /**
     * Writes what {@link #read} reads.
     *
     * @param features sorted, none twice
     * @param weights {@link #OUTCOMES} for each feature
     */
    static void write(long[] features, short[] weights, DataOutputStream out) throws IOException {
        out.writeInt(features.length);
        for (long feature : features) {
            out.writeLong(feature);
        }
        for (int outcome = 0; outcome < OUTCOMES; outcome++) {
            for (int i = 0; i < features.length; i++) {
                out.writeShort(weights[i * OUTCOMES + outcome]);
            }
        }
    }

    /**
     * Reads a model.
     *
     * @param lean as the constructor takes it
     */
    static NameModel read(DataInputStream in, Lean lean) throws IOException {
        int count = in.readInt();
        long[] features = new long[count];
        ByteBuffer.wrap(in.readNBytes(count * Long.BYTES)).asLongBuffer().get(features);
        short[] weights = new short[count * OUTCOMES];
        for (int outcome = 0; outcome < OUTCOMES; outcome++) {
            ShortBuffer column =
                    ByteBuffer.wrap(in.readNBytes(count * Short.BYTES)).asShortBuffer();
            for (int i = 0; i < count; i++) {
                weights[i * OUTCOMES + outcome] = column.get(i);
            }
        }
        return new NameModel(features, weights, lean);
    }
}

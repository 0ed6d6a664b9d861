package dev.assay.detect.ner;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/**
 * The parameters of a maximum-entropy model that OpenNLP trained, in whole numbers: a weight for each feature and outcome,
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
    private final int lean;

    /**
     * A model.
     *
     * @param features none twice
     * @param weights {@link #OUTCOMES} for each feature
     * @param lean what a name's score is given beforehand, in 1/{@value #SCALE}
     */
    NameModel(long[] features, short[] weights, int lean) {
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

    /** What a name's score is given beforehand: a name missed costs more than a word too many. */
    int lean() {
        return lean;
    }

    int size() {
        return size;
    }

    /**
     * Sums the weights of some features, outcome by outcome, as what each weighs more than nothing. Two sums share a long: at
     * most 2¹⁶ numbers of 16 bits add up in each half.
     *
     * @param of is left without the features that the model has surely no weight for
     */
    void score(long[] of, int count, int[] into) {
        int maybe = 0;
        for (int i = 0; i < count; i++) {
            long feature = of[i];
            of[maybe] = feature;
            maybe += (int) (filter[filterWord(feature)] >>> filterBit(feature)) & 1;
        }
        long oneAndThree = 0;
        long twoAndFour = 0;
        long five = 0;
        long six = 0;
        int known = 0;
        for (int i = 0; i < maybe; i++) {
            long feature = of[i];
            int row = row(feature);
            long tag = tag(feature);
            long head = rows[row];
            while (head != 0) {
                if (head >>> Integer.SIZE == tag) {
                    long weights = rows[row + 1];
                    oneAndThree += weights & EVEN;
                    twoAndFour += weights >>> Short.SIZE & EVEN;
                    five += head & ONE;
                    six += head >>> Short.SIZE & ONE;
                    known++;
                    break;
                }
                row = (row + 2) & last;
                head = rows[row];
            }
        }
        int bias = known * BIAS;
        into[0] = 0;
        into[1] = (int) oneAndThree - bias;
        into[2] = (int) twoAndFour - bias;
        into[3] = (int) (oneAndThree >>> Integer.SIZE) - bias;
        into[4] = (int) (twoAndFour >>> Integer.SIZE) - bias;
        into[5] = (int) five - bias;
        into[6] = (int) six - bias;
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
    static NameModel read(DataInputStream in, int lean) throws IOException {
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

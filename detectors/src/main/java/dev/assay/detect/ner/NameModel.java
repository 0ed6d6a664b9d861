package dev.assay.detect.ner;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

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

    private static final int ROW = 8;

    private final long[] features;
    private final long[] keys;
    private final short[] weights;
    private final int mask;
    private final short[] rows;
    private final int lean;

    /**
     * A model.
     *
     * @param features sorted, none twice
     * @param weights {@link #OUTCOMES} for each feature
     * @param lean what a name's score is given beforehand, in 1/{@value #SCALE}
     */
    NameModel(long[] features, short[] weights, int lean) {
        this.lean = lean;
        this.features = features.clone();
        this.rows = weights.clone();
        int slots = Integer.highestOneBit(Math.max(8, features.length)) * 4;
        mask = slots - 1;
        keys = new long[slots];
        this.weights = new short[slots * ROW];
        for (int i = 0; i < features.length; i++) {
            long feature = features[i] == 0 ? 1 : features[i];
            int slot = (int) (feature >>> 20) & mask;
            while (keys[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = feature;
            System.arraycopy(weights, i * OUTCOMES, this.weights, slot * ROW, OUTCOMES);
        }
    }

    /** What a name's score is given beforehand: a name missed costs more than a word too many. */
    int lean() {
        return lean;
    }

    int size() {
        return features.length;
    }

    /** Sums the weights of some features, outcome by outcome. */
    void score(long[] of, int count, int[] into) {
        Arrays.fill(into, 0);
        for (int i = 0; i < count; i++) {
            long feature = of[i];
            int slot = (int) (feature >>> 20) & mask;
            long key = keys[slot];
            while (key != 0) {
                if (key == feature) {
                    int row = slot * ROW;
                    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
                        into[outcome] += weights[row + outcome];
                    }
                    break;
                }
                slot = (slot + 1) & mask;
                key = keys[slot];
            }
        }
    }

    /** How probable one outcome is, given all scores, in parts per thousand, rounded down. */
    static int permille(int[] scores, int outcome) {
        double sum = 0;
        for (int i = 0; i < OUTCOMES; i++) {
            sum += StrictMath.exp((double) (scores[i] - scores[outcome]) / SCALE);
        }
        return (int) (1000 / sum);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(features.length);
        for (long feature : features) {
            out.writeLong(feature);
        }
        for (int outcome = 0; outcome < OUTCOMES; outcome++) {
            for (int i = 0; i < features.length; i++) {
                out.writeShort(rows[i * OUTCOMES + outcome]);
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
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

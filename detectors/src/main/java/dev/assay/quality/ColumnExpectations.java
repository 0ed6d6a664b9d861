package dev.assay.quality;

import dev.assay.detect.shape.Dfa;
import java.util.List;

/** Holds the cells of one column against what is expected of them and counts those that meet it. One thread. */
final class ColumnExpectations {
    private final List<String> digests;
    private final Dfa[] accepted;
    private final long[] met;

    /**
     * Nothing counted yet.
     *
     * @param digests of the expectations, at most 64
     * @param accepted the automaton of each
     */
    ColumnExpectations(List<String> digests, Dfa[] accepted) {
        this.digests = digests;
        this.accepted = accepted;
        met = new long[accepted.length];
    }

    /** Whether nothing is expected. */
    boolean isEmpty() {
        return accepted.length == 0;
    }

    /** The expectations a value meets, as bits in their order; an empty value is held against none. */
    long meets(byte[] bytes, int start, int end) {
        if (start == end) {
            return 0;
        }
        long bits = 0;
        for (int i = 0; i < accepted.length; i++) {
            bits |= isAccepted(accepted[i], bytes, start, end) ? 1L << i : 0;
        }
        return bits;
    }

    private static boolean isAccepted(Dfa accepted, byte[] bytes, int start, int end) {
        int state = accepted.start();
        for (int at = start; at < end && state != Dfa.DEAD; at++) {
            state = accepted.step(state, bytes[at]);
        }
        return accepted.accepts(state);
    }

    /** Counts a value that so many cells hold. */
    void count(long bits, long times) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            met[Long.numberOfTrailingZeros(rest)] += times;
        }
    }

    /** Hands the counts over; those of expectations that nothing met as well, for they were looked at. */
    void flush(ColumnQuality quality) {
        for (int i = 0; i < met.length; i++) {
            quality.met(digests.get(i), met[i]);
            met[i] = 0;
        }
    }
}

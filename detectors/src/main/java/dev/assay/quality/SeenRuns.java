package dev.assay.quality;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;

/** Which runs of {@link EvaluationSets} were met. Merging joins. Mutable; not thread-safe. */
public final class SeenRuns {
    /** The runs of a text that holds none. */
    static final int[] NONE = {};

    private final WordRuns words = new WordRuns();
    private final BitSet seen = new BitSet();

    /** None met yet. */
    public SeenRuns() {}

    /** The runs of evaluation sets that a text holds, by place. */
    int[] in(byte[] bytes, int start, int end, EvaluationSets sets) {
        if (sets.isEmpty()) {
            return NONE;
        }
        Found found = new Found();
        words.each(bytes, start, end, WordRuns.Cut.BOTH, run -> {
            int place = sets.find(run);
            if (place >= 0) {
                found.add(place);
            }
        });
        return found.all();
    }

    void add(int[] places) {
        for (int place : places) {
            seen.set(place);
        }
    }

    public void merge(SeenRuns other) {
        seen.or(other.seen);
    }

    /** The runs met, by place. */
    public BitSet places() {
        return (BitSet) seen.clone();
    }

    /** The state as text: base64 of the places, four bytes each, or of the bits where that is shorter. */
    public String encode() {
        byte[] bits = seen.toByteArray();
        if (bits.length <= Integer.BYTES * seen.cardinality()) {
            return "d" + Base64.getEncoder().encodeToString(bits);
        }
        ByteBuffer places = ByteBuffer.allocate(Integer.BYTES * seen.cardinality());
        seen.stream().forEach(places::putInt);
        return "s" + Base64.getEncoder().encodeToString(places.array());
    }

    /** Reads what {@link #encode} wrote. */
    public static SeenRuns decode(String text) {
        SeenRuns read = new SeenRuns();
        byte[] state = Base64.getDecoder().decode(text.substring(1));
        if (text.charAt(0) == 'd') {
            read.seen.or(BitSet.valueOf(state));
            return read;
        }
        ByteBuffer places = ByteBuffer.wrap(state);
        while (places.hasRemaining()) {
            read.seen.set(places.getInt());
        }
        return read;
    }

    /** A list that grows. */
    private static final class Found {
        private int[] places = NONE;
        private int size;

        void add(int place) {
            if (size == places.length) {
                places = Arrays.copyOf(places, Math.max(16, 2 * size));
            }
            places[size++] = place;
        }

        int[] all() {
            return size == places.length ? places : Arrays.copyOf(places, size);
        }
    }
}

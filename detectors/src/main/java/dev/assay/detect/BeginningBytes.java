package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Who of many may begin with the first bytes of a text, a bit each: for each place those who take the byte there. Quick, for it
 * knows nothing of how the bytes hang together; names too many, never too few. Immutable by agreement.
 */
final class BeginningBytes {
    /** The byte before and the first four. */
    private static final int PLACES = 5;

    /** How many numbers of 64 bits hold a bit for each. */
    private final int words;

    /** Per place and byte who takes it. */
    private final long[] takers;

    private BeginningBytes(int words, long[] takers) {
        this.words = words;
        this.takers = takers;
    }

    /** Those of some beginnings, one list each. */
    static BeginningBytes of(List<List<FrontPlanner.Beginning>> beginnings) {
        int words = (beginnings.size() + Long.SIZE - 1) / Long.SIZE;
        BeginningBytes made = new BeginningBytes(words, new long[PLACES * 256 * words]);
        for (int number = 0; number < beginnings.size(); number++) {
            for (FrontPlanner.Beginning beginning : beginnings.get(number)) {
                made.add(number, beginning.sets());
            }
        }
        return made;
    }

    private void add(int number, List<ByteSet> sets) {
        for (int place = 0; place < PLACES; place++) {
            for (int value = 0; value < 256; value++) {
                if (sets.get(place).contains(value)) {
                    takers[row(place, (byte) value) + number / Long.SIZE] |= 1L << number;
                }
            }
        }
    }

    private int row(int place, byte value) {
        return (place << 8 | (value & 0xFF)) * words;
    }

    int words() {
        return words;
    }

    /** Of the 64 of a number those who may begin at a position. */
    long mayBegin(int word, byte[] bytes, int position) {
        return takers[row(0, bytes[position - 1]) + word]
                & takers[row(1, bytes[position]) + word]
                & takers[row(2, bytes[position + 1]) + word]
                & takers[row(3, bytes[position + 2]) + word]
                & takers[row(4, bytes[position + 3]) + word];
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(words);
        Longs.write(out, takers);
    }

    static BeginningBytes read(DataInputStream in) throws IOException {
        return new BeginningBytes(in.readInt(), Longs.read(in));
    }
}

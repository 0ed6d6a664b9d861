package dev.assay.detect.shape;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * A set of byte values 0–255, as a value.
 *
 * @param a values 0–63, one bit each
 * @param b values 64–127
 * @param c values 128–191
 * @param d values 192–255
 */
public record ByteSet(long a, long b, long c, long d) {
    public static final ByteSet NONE = new ByteSet(0, 0, 0, 0);
    public static final ByteSet ALL = new ByteSet(-1, -1, -1, -1);

    /** The values from {@code from} to {@code to}, both included. */
    public static ByteSet range(int from, int to) {
        ByteSet set = NONE;
        for (int value = from; value <= to; value++) {
            set = set.with(value);
        }
        return set;
    }

    /** The characters of an ASCII text. */
    public static ByteSet of(String ascii) {
        ByteSet set = NONE;
        for (int i = 0; i < ascii.length(); i++) {
            set = set.with(ascii.charAt(i));
        }
        return set;
    }

    /** The values of all of some sets. */
    public static ByteSet all(Stream<ByteSet> sets) {
        return sets.reduce(NONE, ByteSet::union);
    }

    /** What {@link #write} wrote. */
    public static ByteSet read(DataInputStream in) throws IOException {
        return new ByteSet(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    /** Writes the four numbers. */
    public void write(DataOutputStream out) throws IOException {
        out.writeLong(a);
        out.writeLong(b);
        out.writeLong(c);
        out.writeLong(d);
    }

    public ByteSet with(int value) {
        long bit = 1L << value;
        return switch (value >> 6) {
            case 0 -> new ByteSet(a | bit, b, c, d);
            case 1 -> new ByteSet(a, b | bit, c, d);
            case 2 -> new ByteSet(a, b, c | bit, d);
            case 3 -> new ByteSet(a, b, c, d | bit);
            default -> throw new IllegalArgumentException("Not a byte: " + value);
        };
    }

    public ByteSet union(ByteSet other) {
        return new ByteSet(a | other.a, b | other.b, c | other.c, d | other.d);
    }

    /** Whether some value is in both. */
    public boolean intersects(ByteSet other) {
        return ((a & other.a) | (b & other.b) | (c & other.c) | (d & other.d)) != 0;
    }

    public ByteSet complement() {
        return new ByteSet(~a, ~b, ~c, ~d);
    }

    public boolean contains(int value) {
        long word = value < 128 ? (value < 64 ? a : b) : (value < 192 ? c : d);
        return (word >>> (value & 63) & 1) != 0;
    }

    public int size() {
        return Long.bitCount(a) + Long.bitCount(b) + Long.bitCount(c) + Long.bitCount(d);
    }

    public boolean isEmpty() {
        return (a | b | c | d) == 0;
    }
}

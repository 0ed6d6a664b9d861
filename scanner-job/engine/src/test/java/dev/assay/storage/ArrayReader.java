package dev.assay.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads from an array and remembers which ranges were fetched. */
final class ArrayReader implements RangeReader {
    private final byte[] bytes;
    private final int[] fetched;
    private final List<ByteRange> expected = new ArrayList<>();
    private boolean closed;

    ArrayReader(byte[] bytes) {
        this.bytes = bytes.clone();
        this.fetched = new int[bytes.length];
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(position, length, length());
        System.arraycopy(bytes, (int) position, target, offset, length);
        for (int at = 0; at < length; at++) {
            fetched[(int) position + at]++;
        }
    }

    @Override
    public void expect(long start, long end) {
        expected.add(new ByteRange(start, end));
    }

    @Override
    public void close() {
        closed = true;
    }

    /** How often a byte was fetched. */
    int fetched(int position) {
        return fetched[position];
    }

    List<ByteRange> expected() {
        return List.copyOf(expected);
    }

    boolean closed() {
        return closed;
    }
}

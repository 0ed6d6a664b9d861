package dev.assay.storage;

import java.io.InputStream;
import java.util.Objects;

/** A stretch of a {@link HashingReader} as a stream. */
final class ReaderStream extends InputStream {
    private final HashingReader reader;
    private final byte[] single = new byte[1];
    private long position;
    private final long end;

    ReaderStream(HashingReader reader, long start, long end) {
        this.reader = reader;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read() {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int size = (int) Math.min(length, end - position);
        reader.read(position, target, offset, size);
        position += size;
        return size;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }
}

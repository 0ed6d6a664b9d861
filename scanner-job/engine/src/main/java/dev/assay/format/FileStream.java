package dev.assay.format;

import java.io.InputStream;

/** The bytes of a stretch of a file in order, read in large pieces. One thread. */
final class FileStream extends InputStream {
    private static final int BUFFER_BYTES = 256 << 10;

    private final Source source;
    private final long end;
    private final byte[] buffer;
    private long position;
    private int at;
    private int filled;

    /** Reads a stretch of a file, all of it. */
    interface Source {
        void read(long position, byte[] target, int offset, int length);
    }

    FileStream(Source source, long start, long end) {
        this(source, start, end, BUFFER_BYTES);
    }

    /** @param pieceBytes how many bytes to read at a time, at most */
    FileStream(Source source, long start, long end, int pieceBytes) {
        this.source = source;
        this.end = end;
        position = start;
        this.buffer = new byte[(int) Math.min(pieceBytes, end - start)];
    }

    private boolean fill() {
        if (at < filled) {
            return true;
        }
        filled = (int) Math.min(buffer.length, end - position);
        at = 0;
        if (filled == 0) {
            return false;
        }
        source.read(position, buffer, 0, filled);
        position += filled;
        return true;
    }

    /** Bytes of the stretch not yet handed out. */
    long unread() {
        return end - position + filled - at;
    }

    @Override
    public int read() {
        return fill() ? buffer[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int step = Math.min(count, filled - at);
        System.arraycopy(buffer, at, target, offset, step);
        at += step;
        return step;
    }

    @Override
    public int available() {
        return filled - at;
    }
}

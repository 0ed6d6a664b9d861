package dev.assay.format;

import java.io.IOException;
import java.io.InputStream;

/** A section of a JSON array as an array of its own: the comma that ends it becomes a closing bracket. One thread. */
final class ClosedArray extends InputStream {
    private static final int NONE = -1;

    private final InputStream section;
    /** The byte that comes next, which may be the last. */
    private int held;

    ClosedArray(InputStream section) throws IOException {
        this.section = section;
        held = section.read();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? NONE : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0 || held == NONE) {
            return length == 0 ? 0 : NONE;
        }
        int more = section.readNBytes(target, offset + 1, length - 1);
        int next = section.read();
        target[offset] = (byte) held;
        if (next == NONE) {
            target[offset + more] = ']';
        }
        held = next;
        return more + 1;
    }
}

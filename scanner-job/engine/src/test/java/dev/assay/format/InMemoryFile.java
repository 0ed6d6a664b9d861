package dev.assay.format;

import dev.assay.storage.Location;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;
import java.nio.charset.StandardCharsets;

/** A file that is an array, and notes how far it was read. */
final class InMemoryFile implements RangeReader {
    private final String path;
    private final byte[] bytes;
    private long bytesRead;

    InMemoryFile(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes.clone();
    }

    static InMemoryFile of(String path, String text) {
        return new InMemoryFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    StoredFile stored() {
        return new StoredFile(path, new Location("memory://" + path), bytes.length, "");
    }

    /** Bytes handed out so far, repetitions counted. */
    long bytesRead() {
        return bytesRead;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) {
        if (position < 0 || length < 0 || position + length > bytes.length) {
            throw new IllegalArgumentException(
                    "Asked for " + position + "+" + length + " of a file of " + bytes.length + " bytes");
        }
        System.arraycopy(bytes, (int) position, target, offset, length);
        bytesRead += length;
    }

    @Override
    public void close() {}
}

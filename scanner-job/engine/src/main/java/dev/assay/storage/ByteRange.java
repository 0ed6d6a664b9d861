package dev.assay.storage;

/**
 * A stretch of a file.
 *
 * @param start first byte, from 0
 * @param end one past the last byte, not below {@code start}
 */
public record ByteRange(long start, long end) {
    public ByteRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A byte range cannot go from " + start + " to " + end + ".");
        }
    }

    /** How many bytes it has. */
    public long length() {
        return end - start;
    }
}

package dev.assay.storage;

import java.util.ArrayList;
import java.util.List;

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

    /**
     * Cuts a file into stretches of one size, the last one apart.
     *
     * @param length bytes of the file
     * @param size bytes of a stretch, at least 1
     */
    public static List<ByteRange> consecutive(long length, long size) {
        List<ByteRange> stretches = new ArrayList<>();
        for (long start = 0; start < length; start += size) {
            stretches.add(new ByteRange(start, Math.min(length, start + size)));
        }
        return stretches;
    }

    /** How many bytes it has. */
    public long length() {
        return end - start;
    }
}

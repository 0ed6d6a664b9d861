package dev.assay.storage;

import dev.assay.json.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stretches of a file held in memory; they never overlap. */
final class KeptBytes {
    private final TreeMap<Long, byte[]> stretches = new TreeMap<>();
    private long size;

    /** Bytes held. */
    long size() {
        return size;
    }

    /** Takes over a stretch of which nothing is held yet. */
    void keep(long start, byte[] bytes) {
        stretches.put(start, bytes);
        size += bytes.length;
    }

    /**
     * Copies held bytes from {@code position} on.
     *
     * @return how many, at most {@code length}; 0 if the byte at {@code position} is not held
     */
    int copy(long position, byte[] target, int offset, int length) {
        Map.Entry<Long, byte[]> stretch = stretches.floorEntry(position);
        if (stretch == null || position >= stretch.getKey() + stretch.getValue().length) {
            return 0;
        }
        int from = (int) (position - stretch.getKey());
        int count = Math.min(length, stretch.getValue().length - from);
        System.arraycopy(stretch.getValue(), from, target, offset, count);
        return count;
    }

    /** Where the first stretch at or after a position starts, or {@code otherwise} if that is sooner. */
    long nextStart(long position, long otherwise) {
        Long next = stretches.ceilingKey(position);
        return next == null ? otherwise : Math.min(next, otherwise);
    }

    /** Lets go of stretches that end at or before a position. */
    void dropBefore(long position) {
        while (!stretches.isEmpty()) {
            Map.Entry<Long, byte[]> first = stretches.firstEntry();
            if (first.getKey() + first.getValue().length > position) {
                return;
            }
            size -= first.getValue().length;
            stretches.pollFirstEntry();
        }
    }

    /** Digests of all stretches, ascending, those that touch taken as one. */
    List<RangeDigest> digests() {
        List<RangeDigest> digests = new ArrayList<>();
        MessageDigest digest = Sha256.start();
        long start = -1;
        long end = -1;
        for (Map.Entry<Long, byte[]> stretch : stretches.entrySet()) {
            if (stretch.getKey() != end) {
                if (end >= 0) {
                    digests.add(new RangeDigest(new ByteRange(start, end), Sha256.finish(digest)));
                }
                start = stretch.getKey();
                end = start;
            }
            digest.update(stretch.getValue());
            end += stretch.getValue().length;
        }
        if (end >= 0) {
            digests.add(new RangeDigest(new ByteRange(start, end), Sha256.finish(digest)));
        }
        return digests;
    }
}

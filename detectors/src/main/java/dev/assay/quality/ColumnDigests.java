package dev.assay.quality;

import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** Digests the values of one column and counts them by their digests. One thread. */
final class ColumnDigests {
    private final DigestedValues values;
    private final Mac mac;
    private final @Nullable Remembered remembered;

    /** Digests of values that were met of late, by their hash, so that a frequent value is digested once. */
    private static final class Remembered {
        private static final int SLOTS = 1 << 10;

        private final long[] hashes = new long[SLOTS];
        private final @Nullable ValueDigest[] digests = new ValueDigest[SLOTS];
    }

    private ColumnDigests(DigestedValues values, Mac mac, @Nullable Remembered remembered) {
        this.values = values;
        this.mac = mac;
        this.remembered = remembered;
    }

    /** Digests each value it meets: no two values are taken for one but by chance of 2^-128. */
    static ColumnDigests comparing(DigestedValues values, Mac mac) {
        return new ColumnDigests(values, mac, null);
    }

    /** Digests a value it met of late once: two of one 64-bit hash may be taken for one. */
    static ColumnDigests counting(DigestedValues values, Mac mac) {
        return new ColumnDigests(values, mac, new Remembered());
    }

    /** The digest of a value, if it is of the sample; an empty one never is. */
    @Nullable ValueDigest digest(byte[] bytes, int start, int end, long hash) {
        if (end == start || !values.samples(hash)) {
            return null;
        }
        if (remembered == null) {
            return ValueDigest.of(mac, bytes, start, end);
        }
        int slot = (int) hash & (Remembered.SLOTS - 1);
        ValueDigest known = remembered.digests[slot];
        if (known == null || remembered.hashes[slot] != hash) {
            known = ValueDigest.of(mac, bytes, start, end);
            remembered.digests[slot] = known;
            remembered.hashes[slot] = hash;
        }
        return known;
    }

    /** Counts a value that so many cells hold, not an empty one. */
    void count(long hash, @Nullable ValueDigest digest, long times) {
        if (digest == null) {
            values.addUnsampled(times);
        } else {
            values.add(hash, digest, times);
        }
    }
}

package dev.assay.quality;

import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** Compares the values of one column with each other. One thread. */
final class ColumnUniqueness {
    private final UniqueValues values;
    private final Mac mac;

    /** @param mac what values are digested with */
    ColumnUniqueness(UniqueValues values, Mac mac) {
        this.values = values;
        this.mac = mac;
    }

    /** The digest of a value, if it is compared; an empty one never is. */
    @Nullable ValueDigest digest(byte[] bytes, int start, int end, long hash) {
        return end > start && values.samples(hash) ? ValueDigest.of(mac, bytes, start, end) : null;
    }

    /** Counts a value that so many cells hold. */
    void count(CellMeasure cell, long times) {
        if (cell.kind != ValueKind.EMPTY) {
            values.add(cell.hash, cell.digest, times);
        }
    }
}

package dev.assay.quality;

import org.jspecify.annotations.Nullable;

/**
 * What is told of a value only where somebody asks, or its text is long enough. Fields, not a record: one object serves a
 * whole column.
 */
final class ValueTraits {
    /** Bits of the {@link ColumnExpectations} it meets. */
    long met;
    /** Its digest where it is compared with the other values of its column. */
    @Nullable ValueDigest unique;
    /** Its digest where the most common values are told. */
    @Nullable ValueDigest common;
    /** Tag of its language; empty if nobody needs to know it. */
    String language = "";
    /** Runs of evaluation sets it holds. */
    int[] seen = SeenRuns.NONE;
    /** Whether it has {@link #keys()}. */
    boolean keyed;

    private long[] keys = {};

    /** Keys of {@link TextSketch}, if it is {@link #keyed}. */
    long[] keys() {
        return keys;
    }

    /** Takes its keys; they are copied. */
    void keys(long[] found) {
        if (keys.length == 0) {
            keys = found.clone();
        } else {
            System.arraycopy(found, 0, keys, 0, keys.length);
        }
    }
}

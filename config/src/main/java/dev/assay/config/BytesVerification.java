package dev.assay.config;

/** A way of making sure, before a training run, that a dataset's bytes are those that were scanned. */
public enum BytesVerification {
    /** Every file is read from end to end and held against its digest. */
    FULL,
    /** Every file is read, large ones in several places at a time, and held against the digests of its chunks. */
    CHUNKS,
    /** Only the files the run reads are read; whatever else lies there is not looked at. */
    SUBSET,
    /** Nothing is read: the storage's word on which version of each file lies there is believed. */
    TRUST_STORAGE;

    /** The name in policies, on the command line and in the statement about a run, such as {@code trust-storage}. */
    public String label() {
        return Values.label(this);
    }

    /**
     * Reads what {@link #label()} wrote.
     *
     * @throws IllegalArgumentException if it is none, with those there are
     */
    public static BytesVerification parse(String label) {
        return Values.choice(label, BytesVerification.class);
    }
}

package dev.assay.config;

/** What a machine demands of the timestamps of statements. */
public enum TimestampDemand {
    /** That those that are there hold. */
    IF_PRESENT,
    /** That each statement has one. */
    REQUIRED
}

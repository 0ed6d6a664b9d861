package dev.assay.ledger;

import java.time.Instant;

/**
 * One commit that touched a dataset.
 *
 * @param commit its id
 * @param time when it was made
 * @param author who made it
 * @param title first line of its message
 */
public record HistoryEntry(String commit, Instant time, String author, String title) {}

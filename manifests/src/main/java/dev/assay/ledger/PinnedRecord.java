package dev.assay.ledger;

import dev.assay.statement.TrustHistory;

/**
 * What the record said at a commit somebody pinned.
 *
 * @param trust the trust file's versions until then
 * @param mark the log then
 */
public record PinnedRecord(TrustHistory trust, LogMark mark) {}

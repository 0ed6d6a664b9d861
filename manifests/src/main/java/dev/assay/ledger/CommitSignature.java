package dev.assay.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A commit of the branch and who signed it.
 *
 * @param commit 40 hexadecimal digits
 * @param signer who holds the key that signed it; null if no trusted key did
 */
public record CommitSignature(String commit, @Nullable String signer) {}

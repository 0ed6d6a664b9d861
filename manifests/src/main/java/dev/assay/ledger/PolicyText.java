package dev.assay.ledger;

/**
 * A policy as somebody wrote it, kept beside the decisions that rest on it.
 *
 * @param id its name
 * @param version its version
 * @param sha256 digest of what it says
 * @param yaml its file
 */
public record PolicyText(String id, String version, String sha256, String yaml) {}

package dev.assay.ledger;

import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Manifest;
import dev.assay.statement.Bundle;

/** One version as the ledger holds it: bytes, which may have been tampered with until somebody has verified them. */
public final class StoredVersion {
    private final String datasetId;
    private final int number;
    private final byte[] manifest;
    private final byte[] files;
    private final byte[] findings;
    private final byte[] statements;

    StoredVersion(String datasetId, int number, byte[] manifest, byte[] files, byte[] findings, byte[] statements) {
        this.datasetId = datasetId;
        this.number = number;
        this.manifest = manifest.clone();
        this.files = files.clone();
        this.findings = findings.clone();
        this.statements = statements.clone();
    }

    public String datasetId() {
        return datasetId;
    }

    /** As the directory says. */
    public int number() {
        return number;
    }

    /** Such as {@code support-chats@3}. */
    public String name() {
        return datasetId + "@" + number;
    }

    public byte[] manifestBytes() {
        return manifest.clone();
    }

    public byte[] filesBytes() {
        return files.clone();
    }

    public byte[] findingsBytes() {
        return findings.clone();
    }

    public byte[] statementBytes() {
        return statements.clone();
    }

    /** The manifest; throws {@link dev.assay.manifest.ManifestException} if it is none. */
    public Manifest manifest() {
        return Manifest.parse(manifest);
    }

    /** The file listing; throws {@link dev.assay.manifest.ManifestException} if it is none. */
    public FileListing files() {
        return FileListing.parse(files);
    }

    /** The masked samples; throws {@link dev.assay.manifest.ManifestException} if they are none. */
    public FindingSamples samples() {
        return FindingSamples.parse(findings);
    }

    /** The statements, unverified; throws {@link dev.assay.statement.StatementException} if one is none. */
    public Bundle bundle() {
        return Bundle.parse(statements);
    }
}

package dev.assay.config;

/** Whether the commits of the manifests repository are signed, besides the statements in them. */
public enum CommitSigning {
    OFF,
    /** As git does with {@code gpg.format=ssh}, by the key that signs the log. */
    SSH
}

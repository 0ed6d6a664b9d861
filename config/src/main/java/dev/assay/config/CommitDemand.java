package dev.assay.config;

/** What a machine demands of the commits of the manifests repository. */
public enum CommitDemand {
    /** Nothing: statements and log are signed in any case. */
    ANY,
    /** That each is SSH-signed by a trusted key. */
    SIGNED
}

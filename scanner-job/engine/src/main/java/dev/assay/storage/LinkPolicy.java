package dev.assay.storage;

/** Which symbolic links of a local directory are followed. A link that is not followed is an error, never passed over. */
public enum LinkPolicy {
    /** Links to files within the dataset's location. */
    INSIDE,
    /** Links to files and directories anywhere; no directory is entered twice. */
    ANYWHERE
}

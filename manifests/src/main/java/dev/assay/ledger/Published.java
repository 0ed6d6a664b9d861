package dev.assay.ledger;

/**
 * What a publication came to.
 *
 * @param version the version that now stands
 * @param step what was added
 * @param commit the commit that holds it
 */
public record Published(StoredVersion version, Step step, String commit) {

    /** What was added to the ledger. */
    public enum Step {
        NEW_VERSION,
        /** The version was there; statements about it are new. */
        NEW_STATEMENTS,
        /** Everything was there already. */
        UNCHANGED
    }
}

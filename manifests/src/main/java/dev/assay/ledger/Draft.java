package dev.assay.ledger;

import java.util.Optional;

/** Makes a publication that follows a dataset's latest version; asked again when another publisher was faster. */
@FunctionalInterface
public interface Draft {
    /**
     * What to publish.
     *
     * @param latest the newest version there is
     * @return empty if there is nothing to add
     */
    Optional<Publication> against(Optional<StoredVersion> latest);
}

package dev.assay.gate;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Changes;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestException;
import dev.assay.manifest.Parent;
import java.util.Optional;

/** Follows the parents from a version back to the first. */
final class ChainCheck {
    private final Ledger ledger;

    ChainCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    GateCheck run(StoredVersion stored, Manifest manifest) {
        Optional<Parent> parent = manifest.parent();
        if (parent.isPresent()) {
            requireChanges(stored, manifest, parent.get());
        }
        int links = 0;
        while (parent.isPresent()) {
            Parent link = parent.get();
            Manifest before =
                    ledger.manifest(stored.datasetId(), link.version()).orElseThrow(() -> gone(link));
            Gate.require(
                    before.asParent().equals(link),
                    "version " + link.version() + " is not the one the version after it names as its parent");
            parent = before.parent();
            if (links == 0) {
                Gate.require(
                        manifest.driftsFrom(before),
                        "the drift it states is not the difference to version " + link.version());
            }
            links++;
        }
        return GateCheck.passed(
                "chain", links == 0 ? "The first version." : Gate.counted(links, "version") + " back to the first.");
    }

    private void requireChanges(StoredVersion stored, Manifest manifest, Parent parent) {
        FileListing before = ledger.version(stored.datasetId(), parent.version())
                .orElseThrow(() -> gone(parent))
                .files();
        Gate.require(
                manifest.changes().equals(Optional.of(Changes.between(before, stored.files()))),
                "the changes it counts are not the difference to the listing of version " + parent.version());
    }

    private static ManifestException gone(Parent parent) {
        return new ManifestException("version " + parent.version() + ", its parent, is gone.");
    }
}

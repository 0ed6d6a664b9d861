package dev.assay.ledger;

import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Manifest;

/** Where things lie in the repository. */
final class Layout {
    private Layout() {}

    static String dataset(String id) {
        return "datasets/" + DatasetIdentity.requireId(id);
    }

    static String card(String id) {
        return dataset(id) + "/dataset.yaml";
    }

    static String version(String id, int version) {
        return dataset(id) + "/" + version;
    }

    static String manifest(String id, int version) {
        return version(id, version) + "/" + Manifest.NAME;
    }

    static String files(String id, int version) {
        return version(id, version) + "/" + FileListing.NAME;
    }

    static String findings(String id, int version) {
        return version(id, version) + "/" + FindingSamples.NAME;
    }

    static String statements(String id, int version) {
        return version(id, version) + "/" + version + ".intoto.jsonl";
    }

    static String policy(PolicyText policy) {
        String version = policy.version().matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}") ? policy.version() : "v";
        return "policies/" + DatasetIdentity.requireId(policy.id()) + "/" + version + "-"
                + policy.sha256().substring(0, 12) + ".yaml";
    }
}

package dev.assay.ledger;

import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Manifest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/** Where things lie in the repository. */
final class Layout {
    static final String RUNS = "runs";
    static final String LOG_ENTRIES = "log/entries";
    static final String CHECKPOINT = "log/checkpoint.intoto.jsonl";

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

    /** Where a training run's statements lie. */
    static String run(Instant moment, String runId) {
        ZonedDateTime day = moment.atZone(ZoneOffset.UTC);
        return String.format(
                Locale.ROOT, "%s/%04d/%02d/%s.intoto.jsonl", RUNS, day.getYear(), day.getMonthValue(), runId);
    }

    /** The timestamp of a statement, by the digest of its line. */
    static String timestamp(String sha256) {
        return "timestamps/" + sha256.substring(0, 2) + "/" + sha256 + ".tst";
    }

    /** One stretch of the log; stretches are filled one after the other. */
    static String logEntries(int stretch) {
        return String.format(Locale.ROOT, "%s/%08d.jsonl", LOG_ENTRIES, stretch);
    }
}

package dev.assay.manifest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a scan establishes: the manifest without its place in the chain of versions.
 *
 * @param dataset which dataset
 * @param content its bytes
 * @param provenance what the card declares
 * @param scanner what made the record
 * @param coverage what was read
 * @param privacy what was found
 * @param measuredQuality what the values look like; null if it was not measured
 * @param efficacy how well the detectors worked
 * @param statuses what was measured and what was not, sorted by capability
 * @param limits what this record is not, in plain sentences, in their own order
 */
public record ManifestFacts(
        DatasetIdentity dataset,
        Content content,
        Provenance provenance,
        Scanner scanner,
        Coverage coverage,
        Privacy privacy,
        @Nullable Quality measuredQuality,
        Efficacy efficacy,
        List<Status> statuses,
        List<String> limits) {
    public ManifestFacts {
        statuses = Order.sorted(statuses, Order.by(Status::capability), "statuses");
        limits = List.copyOf(limits);
    }

    /** Facts of a scan that measured no quality. */
    public ManifestFacts(
            DatasetIdentity dataset,
            Content content,
            Provenance provenance,
            Scanner scanner,
            Coverage coverage,
            Privacy privacy,
            Efficacy efficacy,
            List<Status> statuses,
            List<String> limits) {
        this(dataset, content, provenance, scanner, coverage, privacy, null, efficacy, statuses, limits);
    }

    /** What the values look like; empty if it was not measured. */
    public Optional<Quality> quality() {
        return Optional.ofNullable(measuredQuality);
    }
}

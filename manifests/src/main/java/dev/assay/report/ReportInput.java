package dev.assay.report;

import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.WaivedDecision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a report is made from. The same input gives the same bytes.
 *
 * @param manifest the version
 * @param files its files
 * @param samples its masked samples
 * @param decision the verdict about it, and what waivers set aside of it
 * @param parentManifest the version before it, or null if there is none or it is not at hand
 * @param surroundings what was found around its bytes when they were read last
 * @param statements what was signed about it, in the order to show it
 */
public record ReportInput(
        Manifest manifest,
        FileListing files,
        FindingSamples samples,
        WaivedDecision decision,
        @Nullable Manifest parentManifest,
        Surroundings surroundings,
        List<SignedStatement> statements) {
    public ReportInput {
        statements = List.copyOf(statements);
        if (!manifest.facts().content().listingSha256().equals(files.sha256())
                || !manifest.facts().privacy().evidence().sha256().equals(samples.sha256())) {
            throw new IllegalArgumentException("The files or samples are not those of the manifest");
        }
        String before = parentManifest == null ? null : parentManifest.sha256();
        if (before != null
                && !manifest.parent()
                        .filter(parent -> parent.manifestSha256().equals(before))
                        .isPresent()) {
            throw new IllegalArgumentException("The manifest names another parent than the one given");
        }
    }

    /** The version before this one, if it is at hand. */
    public Optional<Manifest> parent() {
        return Optional.ofNullable(parentManifest);
    }
}

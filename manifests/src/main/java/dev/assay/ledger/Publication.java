package dev.assay.ledger;

import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Manifest;
import dev.assay.statement.Envelope;
import dev.assay.statement.Signer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes into the ledger in one commit: a new version, or more statements about the latest one.
 *
 * @param manifest the version
 * @param files its files
 * @param samples its masked samples
 * @param statements signed statements about it, to be added to those that are there
 * @param card text of the dataset's card, or null to leave it
 * @param policy the policy a decision rests on, or null
 * @param notary signs the log's checkpoint
 * @param summary what the commit message adds, such as the decision
 */
public record Publication(
        Manifest manifest,
        FileListing files,
        FindingSamples samples,
        List<Envelope> statements,
        @Nullable String card,
        @Nullable PolicyText policy,
        Signer notary,
        String summary) {
    public Publication {
        statements = List.copyOf(statements);
        if (!manifest.facts().content().listingSha256().equals(files.sha256())
                || !manifest.facts().privacy().evidence().sha256().equals(samples.sha256())) {
            throw new IllegalArgumentException("The files or samples are not those of the manifest");
        }
    }
}

package dev.assay.ledger;

import dev.assay.config.Policy;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Succession;
import dev.assay.policy.Decision;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.Envelope;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.Signer;
import dev.assay.statement.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finished scan on its way into the ledger: a new version if the facts are new, and in any case a signed statement that
 * the scan took place and one of the policy's verdict.
 *
 * @param facts what the scan established
 * @param files the files it read
 * @param samples masked samples
 * @param card text of the card, or null if a bare location was scanned
 * @param policy what to judge by
 * @param policyYaml text of the policy, or null for the built-in one
 * @param scan how the scan was made
 * @param scanner signs the scan
 * @param gate signs the decision; may be the same key where the trust file allows
 * @param clock time of the decision
 */
public record ScanRecord(
        ManifestFacts facts,
        FileListing files,
        FindingSamples samples,
        @Nullable String card,
        Policy policy,
        @Nullable String policyYaml,
        ScanPredicate scan,
        Signer scanner,
        Signer gate,
        Clock clock)
        implements Draft {

    @Override
    public Optional<Publication> against(Optional<StoredVersion> latest) {
        Succession next = latest.map(before -> Succession.after(before.manifest(), before.files(), facts, files))
                .orElseGet(() -> Succession.first(facts));
        Manifest manifest = next.manifest();
        Envelope scanned = Envelope.sign(Statement.about(manifest, scan), scanner);
        // One look at the clock: a decision made at midnight must follow from the day it names.
        Clock moment = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        Decision decision = PolicyEvaluation.evaluate(policy, manifest, scan.surroundings(), LocalDate.now(moment));
        List<String> basis = List.of(scanned.toJson().sha256());
        DecisionPredicate verdict = DecisionPredicate.of(decision, manifest, basis, moment);
        Envelope decided = Envelope.sign(Statement.about(manifest, verdict), gate);
        PolicyText text =
                policyYaml == null ? null : new PolicyText(policy.id(), policy.version(), policy.sha256(), policyYaml);
        return Optional.of(new Publication(
                manifest, files, samples, List.of(scanned, decided), card, text, gate, summary(next, decision)));
    }

    private static String summary(Succession next, Decision decision) {
        String scanned = switch (next.step()) {
            case NEW_VERSION -> "scanned, ";
            case UNCHANGED -> "scanned again, unchanged, ";
        };
        return scanned + decision.outcome().label() + " by " + decision.policyId() + " " + decision.policyVersion();
    }
}

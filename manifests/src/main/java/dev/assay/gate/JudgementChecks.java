package dev.assay.gate;

import dev.assay.config.Policy;
import dev.assay.manifest.Canaries;
import dev.assay.manifest.Manifest;
import dev.assay.policy.Decision;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.WaivedDecision;
import dev.assay.statement.DecisionPredicate;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.WaiverPredicate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the record says, once it is believed: the verdict, the canaries, the age. */
final class JudgementChecks {
    static final String DECISION = "decision";
    static final String CANARIES = "canaries";
    static final String FRESHNESS = "freshness";

    /** How far two machines' clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Policy policy;
    private final Manifest manifest;
    private final SignatureCheck statements;
    private final Clock clock;
    private final LocalDate today;
    private final Decision now;

    JudgementChecks(Policy policy, Manifest manifest, SignatureCheck statements, Clock clock) {
        this.policy = policy;
        this.manifest = manifest;
        this.statements = statements;
        this.clock = clock;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        this.now = PolicyEvaluation.evaluate(policy, manifest, statements.surroundings(), today);
    }

    /** The facts judged by the policy in force, with what the waivers in force set aside. */
    WaivedDecision waived(List<Believed<WaiverPredicate>> waivers) {
        return WaivedDecision.of(policy, manifest.facts(), now, Permissions.scopes(waivers), today);
    }

    /**
     * The facts judged by the policy in force; a signed decision under that policy must say what the policy said on its
     * day.
     *
     * @param waived the same verdict after waivers
     * @param lapsed why waivers that are there do not count
     * @param approval what became of an approval, where one is needed
     */
    GateCheck decision(WaivedDecision waived, List<String> lapsed, GateCheck approval) {
        List<DecisionPredicate> signed = statements.decisions().stream()
                .filter(one -> one.decision().policySha256().equals(now.policySha256()))
                .toList();
        if (!signed.stream().allMatch(this::followsFromTheFacts)) {
            return GateCheck.failed(
                    DECISION,
                    ExitCode.INTEGRITY,
                    "A signed decision under policy " + policy.id() + " " + policy.version()
                            + " says something else than the facts of the manifest.");
        }
        String basis = signed.isEmpty()
                ? "judged now, because no decision was signed under the policy in force"
                : signed.stream().anyMatch(one -> one.decision().equals(now))
                        ? "as signed"
                        : "judged now, because suppressions or locks expired since it was signed, or the storage or"
                                + " the inputs changed";
        String verdict = now.outcome().label() + " by policy " + policy.id() + " " + policy.version() + ", " + basis;
        String objections = waived.objections().stream()
                .map(result -> result.rule() + " (" + result.outcome().label() + "): " + result.reason())
                .collect(Collectors.joining(" "));
        List<String> notes = new ArrayList<>();
        if (!waived.waived().isEmpty()) {
            notes.add("Waived: " + String.join(", ", waived.waived()) + ".");
        }
        now.suppressions().forEach(entry -> notes.add("Suppression " + entry.id() + ": " + entry.sentence() + "."));
        lapsed.forEach(reason -> notes.add("But " + reason + "."));
        waived.unused().forEach(reason -> notes.add("But " + reason + "."));
        String detail = Stream.of(verdict + ".", objections, String.join(" ", notes))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return switch (waived.outcome()) {
            case PASS, WARN -> GateCheck.passed(DECISION, detail);
            case FAIL -> GateCheck.failed(DECISION, ExitCode.POLICY, detail);
            case NEEDS_APPROVAL ->
                approval.holds()
                        ? GateCheck.passed(DECISION, detail + " It was approved.")
                        : GateCheck.failed(DECISION, ExitCode.APPROVAL, detail);
        };
    }

    private boolean followsFromTheFacts(DecisionPredicate signed) {
        LocalDate day = LocalDate.ofInstant(signed.timeVerified(), ZoneOffset.UTC);
        return signed.decision()
                .equals(PolicyEvaluation.evaluate(policy, manifest, statements.surroundings(signed), day));
    }

    GateCheck canaries() {
        Canaries canaries = manifest.facts().efficacy().canaries();
        String counts = canaries.found() + " of " + canaries.planted() + " canaries found.";
        return canaries.allFound()
                ? GateCheck.passed(CANARIES, counts)
                : GateCheck.failed(CANARIES, ExitCode.POLICY, counts + " The detectors did not work; scan again.");
    }

    GateCheck freshness() {
        Optional<ScanPredicate> scan = statements.newestScan();
        if (scan.isEmpty()) {
            return GateCheck.failed(FRESHNESS, ExitCode.INTEGRITY, "No scan statement says when the data was read.");
        }
        Instant read = scan.get().run().finishedOn();
        Instant now = clock.instant();
        if (read.isAfter(now.plus(SKEW))) {
            return GateCheck.failed(
                    FRESHNESS, ExitCode.STALE, "The scan ended at " + read + ", which is yet to come. Set the clock.");
        }
        Duration age = Duration.between(read, now);
        Duration max = policy.maxAge();
        if (max != null && age.compareTo(max) > 0) {
            return GateCheck.failed(
                    FRESHNESS,
                    ExitCode.STALE,
                    "Scanned at " + read + ", longer ago than the policy's " + max.toHours() + " h. Scan again.");
        }
        return GateCheck.passed(FRESHNESS, "Scanned at " + read + ".");
    }
}

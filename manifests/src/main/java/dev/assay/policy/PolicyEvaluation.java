package dev.assay.policy;

import dev.assay.config.CanariesCondition;
import dev.assay.config.Condition;
import dev.assay.config.CoverageCondition;
import dev.assay.config.FindingsCondition;
import dev.assay.config.Policy;
import dev.assay.config.Rule;
import dev.assay.config.Severity;
import dev.assay.manifest.Canaries;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a manifest by a policy. Two laws stand above every policy: a dataset with unread parts never passes, and a
 * missed canary fails.
 */
public final class PolicyEvaluation implements Condition.Visitor<Judgement> {
    /** The law that a dataset with unread parts never passes. */
    public static final String UNREAD_LAW = "assay:nothing-unread";

    /** The law that every canary is found. */
    public static final String CANARY_LAW = "assay:canaries-found";

    private final ManifestFacts facts;

    private PolicyEvaluation(ManifestFacts facts) {
        this.facts = facts;
    }

    /** The verdict; the same for the same policy and manifest. */
    public static Decision evaluate(Policy policy, Manifest manifest) {
        return evaluate(policy, manifest.facts());
    }

    /** As {@link #evaluate(Policy, Manifest)}; where a manifest stands in its chain does not matter. */
    public static Decision evaluate(Policy policy, ManifestFacts facts) {
        PolicyEvaluation evaluation = new PolicyEvaluation(facts);
        List<RuleResult> results = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            results.add(evaluation.judge(rule));
        }
        results.add(evaluation.nothingUnread());
        results.add(evaluation.canariesFound());
        return new Decision(policy.id(), policy.version(), policy.sha256(), results);
    }

    private RuleResult judge(Rule rule) {
        Judgement judgement = rule.condition().accept(this);
        Outcome outcome = judgement.met() ? Outcome.PASS : outcome(rule.otherwise());
        return new RuleResult(rule.id(), outcome, judgement.expected(), judgement.actual(), judgement.reason());
    }

    private static Outcome outcome(Severity severity) {
        return switch (severity) {
            case WARN -> Outcome.WARN;
            case NEEDS_APPROVAL -> Outcome.NEEDS_APPROVAL;
            case FAIL -> Outcome.FAIL;
        };
    }

    private RuleResult nothingUnread() {
        List<String> gaps = facts.coverage().gaps();
        return new RuleResult(
                UNREAD_LAW,
                gaps.isEmpty() ? Outcome.PASS : Outcome.NEEDS_APPROVAL,
                "nothing unread",
                gaps.isEmpty() ? "nothing unread" : String.join("; ", gaps),
                gaps.isEmpty()
                        ? "Everything was read."
                        : "What was not read is not known; a person must decide whether that matters.");
    }

    private RuleResult canariesFound() {
        Judgement judgement = canaries(new CanariesCondition());
        return new RuleResult(
                CANARY_LAW,
                judgement.met() ? Outcome.PASS : Outcome.FAIL,
                judgement.expected(),
                judgement.actual(),
                judgement.reason());
    }

    @Override
    public Judgement findings(FindingsCondition condition) {
        return FindingsJudge.judge(condition, facts);
    }

    @Override
    public Judgement coverage(CoverageCondition condition) {
        Coverage coverage = facts.coverage();
        if (condition.complete()) {
            List<String> gaps = coverage.gaps();
            String actual = gaps.isEmpty() ? "everything read" : String.join("; ", gaps);
            return new Judgement(
                    gaps.isEmpty(),
                    "everything read",
                    actual,
                    gaps.isEmpty() ? "Everything was read." : "Parts were not read: " + actual + ".");
        }
        boolean bytes = condition.minBytes().isReachedBy(coverage.bytesRead(), coverage.bytesExpected());
        boolean rows = condition.minRows().isReachedBy(coverage.rowsRead(), coverage.rowsExpected());
        String actual = coverage.bytesRead() + " of " + coverage.bytesExpected() + " bytes, " + coverage.rowsRead()
                + " of " + coverage.rowsExpected() + " rows";
        return new Judgement(
                bytes && rows,
                "at least " + condition.minBytes() + " of bytes and " + condition.minRows() + " of rows read",
                actual,
                bytes && rows ? "Enough was read." : "Too little was read: " + actual + ".");
    }

    @Override
    public Judgement canaries(CanariesCondition condition) {
        Canaries canaries = facts.efficacy().canaries();
        String actual = canaries.found() + " of " + canaries.planted() + " found";
        String reason;
        if (canaries.planted() == 0) {
            reason = "No canary was planted, so nothing shows that the detectors worked.";
        } else if (canaries.missed().isEmpty()) {
            reason = "The detectors found every planted value.";
        } else {
            reason = "The detectors missed planted values: " + String.join(", ", canaries.missed()) + ".";
        }
        return new Judgement(canaries.allFound(), "all found", actual, reason);
    }
}

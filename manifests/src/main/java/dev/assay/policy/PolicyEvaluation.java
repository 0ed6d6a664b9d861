package dev.assay.policy;

import dev.assay.config.CanariesCondition;
import dev.assay.config.Condition;
import dev.assay.config.CoverageCondition;
import dev.assay.config.DataTypeCondition;
import dev.assay.config.EfficacyCondition;
import dev.assay.config.ExpectationCondition;
import dev.assay.config.FindingsCondition;
import dev.assay.config.FreshnessCondition;
import dev.assay.config.LanguageCondition;
import dev.assay.config.LicensesCondition;
import dev.assay.config.MeasureCondition;
import dev.assay.config.NamesCondition;
import dev.assay.config.Policy;
import dev.assay.config.ProvenanceCondition;
import dev.assay.config.RightsCondition;
import dev.assay.config.Rule;
import dev.assay.config.SchemaCondition;
import dev.assay.config.Severity;
import dev.assay.config.StorageCondition;
import dev.assay.config.UniqueCondition;
import dev.assay.manifest.Canaries;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.Drift;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Surroundings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable Drift drift;
    private final Surroundings surroundings;
    private final Suppressed suppressed;
    private final LocalDate day;

    private PolicyEvaluation(
            ManifestFacts facts,
            @Nullable Drift drift,
            Surroundings surroundings,
            Suppressed suppressed,
            LocalDate day) {
        this.facts = facts;
        this.drift = drift;
        this.surroundings = surroundings;
        this.suppressed = suppressed;
        this.day = day;
    }

    /**
     * The verdict; the same for the same policy, manifest, surroundings and day.
     *
     * @param surroundings what was found around the manifest's bytes when they were read
     * @param day the day it is for, in UTC: suppressions expire, and locks end
     */
    public static Decision evaluate(Policy policy, Manifest manifest, Surroundings surroundings, LocalDate day) {
        return evaluate(policy, manifest.facts(), manifest.driftFromParent(), surroundings, day);
    }

    /** As {@link #evaluate(Policy, Manifest, Surroundings, LocalDate)}, for facts that have no version before them. */
    public static Decision evaluate(Policy policy, ManifestFacts facts, Surroundings surroundings, LocalDate day) {
        return evaluate(policy, facts, null, surroundings, day);
    }

    private static Decision evaluate(
            Policy policy, ManifestFacts facts, @Nullable Drift drift, Surroundings surroundings, LocalDate day) {
        Suppressed suppressed = Suppressed.of(policy, facts, day);
        PolicyEvaluation evaluation = new PolicyEvaluation(facts, drift, surroundings, suppressed, day);
        List<RuleResult> results = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            results.add(evaluation.judge(rule));
        }
        results.add(evaluation.nothingUnread());
        results.add(evaluation.canariesFound());
        return new Decision(policy.id(), policy.version(), policy.sha256(), results, suppressed.results());
    }

    private RuleResult judge(Rule rule) {
        Judgement judgement = rule.condition().accept(this);
        Outcome outcome = judgement.met() ? Outcome.PASS : outcome(rule.otherwise());
        return new RuleResult(
                rule.id(), rule.otherwise(), outcome, judgement.expected(), judgement.actual(), judgement.reason());
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
                Severity.NEEDS_APPROVAL,
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
                Severity.FAIL,
                judgement.met() ? Outcome.PASS : Outcome.FAIL,
                judgement.expected(),
                judgement.actual(),
                judgement.reason());
    }

    @Override
    public Judgement findings(FindingsCondition condition) {
        return FindingsJudge.judge(condition, facts, suppressed);
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
    public Judgement measure(MeasureCondition condition) {
        return MeasureJudge.judge(condition, facts, drift);
    }

    @Override
    public Judgement dataType(DataTypeCondition condition) {
        return ShapeJudge.dataType(condition, facts);
    }

    @Override
    public Judgement schema(SchemaCondition condition) {
        return ShapeJudge.schema(condition, facts);
    }

    @Override
    public Judgement freshness(FreshnessCondition condition) {
        return ShapeJudge.freshness(condition, facts);
    }

    @Override
    public Judgement efficacy(EfficacyCondition condition) {
        return ShapeJudge.efficacy(condition, facts);
    }

    @Override
    public Judgement expectation(ExpectationCondition condition) {
        return ShapeJudge.expectation(condition, facts);
    }

    @Override
    public Judgement language(LanguageCondition condition) {
        return ShapeJudge.language(condition, facts);
    }

    @Override
    public Judgement names(NamesCondition condition) {
        return ShapeJudge.names(facts);
    }

    @Override
    public Judgement rights(RightsCondition condition) {
        return RightsJudge.judge(condition, facts);
    }

    @Override
    public Judgement licenses(LicensesCondition condition) {
        return LicensesJudge.judge(condition, facts);
    }

    @Override
    public Judgement provenance(ProvenanceCondition condition) {
        return ProvenanceJudge.judge(condition, facts, surroundings, suppressed);
    }

    @Override
    public Judgement storage(StorageCondition condition) {
        return StorageJudge.judge(condition, facts, surroundings.storage(), day);
    }

    @Override
    public Judgement unique(UniqueCondition condition) {
        return ShapeJudge.unique(condition, facts);
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

package dev.assay.policy;

import dev.assay.config.FindingsCondition;
import dev.assay.config.Policy;
import dev.assay.config.Rule;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ManifestFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What of a version's findings and rules does not stand in its way on one day, though it is there. */
public final class SetAside {
    private final Policy policy;
    private final ManifestFacts facts;
    private final Suppressed suppressed;
    private final List<WaiverScope> waivers;
    private final WaivedDecision decision;

    private SetAside(Policy policy, ManifestFacts facts, List<WaiverScope> waivers, LocalDate day, Decision verdict) {
        this.policy = policy;
        this.facts = facts;
        this.suppressed = Suppressed.of(policy, facts, day);
        this.waivers = List.copyOf(waivers);
        this.decision = WaivedDecision.of(policy, facts, verdict, waivers, day);
    }

    /**
     * By a policy's suppressions and by waivers.
     *
     * @param verdict of the policy about the facts
     * @param waivers those in force
     * @param day the day it is for, in UTC
     */
    public static SetAside of(
            Policy policy, ManifestFacts facts, Decision verdict, List<WaiverScope> waivers, LocalDate day) {
        return new SetAside(policy, facts, waivers, day, verdict);
    }

    /** The verdict with what the waivers set aside. */
    public WaivedDecision decision() {
        return decision;
    }

    /** The suppression in force that takes some findings out of the verdict. */
    public Optional<SuppressionResult> suppression(EntityCount findings) {
        return suppressed.of(findings);
    }

    /** Whether a rule objects to some findings and a waiver in force sets that aside. */
    public boolean waived(EntityCount findings) {
        return policy.rules().stream()
                .filter(rule -> decision.waived().contains(rule.id()))
                .anyMatch(rule -> waived(rule, findings));
    }

    private boolean waived(Rule rule, EntityCount findings) {
        return rule.condition() instanceof FindingsCondition condition
                && waivers.stream()
                        .filter(scope -> scope.rule().equals(rule.id()))
                        .anyMatch(scope -> WaivedDecision.takes(scope, condition, facts, suppressed, findings));
    }
}

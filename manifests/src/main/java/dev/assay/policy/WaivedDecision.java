package dev.assay.policy;

import dev.assay.config.FindingsCondition;
import dev.assay.config.Policy;
import dev.assay.config.Rule;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ManifestFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A verdict once the waivers in force are taken into account. Facts and decision stay what they are; only what stands in
 * the way changes.
 *
 * @param decision the verdict without any waiver
 * @param waived ids of the rules that are set aside
 * @param unused why a waiver sets nothing aside
 */
public record WaivedDecision(Decision decision, SortedSet<String> waived, List<String> unused) {

    /** A verdict nobody waived anything of. */
    public static WaivedDecision without(Decision decision) {
        return new WaivedDecision(decision, new TreeSet<>(), List.of());
    }

    /**
     * Applies waivers to the decision of a policy about these facts.
     *
     * @param day the day the decision is for, in UTC
     */
    public static WaivedDecision of(
            Policy policy, ManifestFacts facts, Decision decision, List<WaiverScope> waivers, LocalDate day) {
        Suppressed suppressed = Suppressed.of(policy, facts, day);
        SortedSet<String> waived = new TreeSet<>();
        List<String> unused = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            List<WaiverScope> scopes = waivers.stream()
                    .filter(scope -> scope.rule().equals(rule.id()))
                    .toList();
            boolean objects = decision.objections().stream()
                    .anyMatch(result -> result.rule().equals(rule.id()));
            if (objects && !scopes.isEmpty() && sets(rule, facts, suppressed, scopes, unused)) {
                waived.add(rule.id());
            }
        }
        for (WaiverScope scope : waivers) {
            if (policy.rules().stream().noneMatch(rule -> rule.id().equals(scope.rule()))) {
                unused.add("the waiver of `" + scope.rule() + "` names no rule of the policy in force");
            }
        }
        return new WaivedDecision(decision, waived, unused);
    }

    private static boolean sets(
            Rule rule, ManifestFacts facts, Suppressed suppressed, List<WaiverScope> scopes, List<String> unused) {
        if (!(rule.condition() instanceof FindingsCondition condition)) {
            return scopes.stream()
                    .anyMatch(scope ->
                            scope.columns().isEmpty() && scope.entityTypes().isEmpty());
        }
        List<WaiverScope> within = new ArrayList<>();
        for (WaiverScope scope : scopes) {
            long hits = hits(scope, condition, facts, suppressed);
            if (isEnough(scope, hits)) {
                within.add(scope);
            } else {
                unused.add("the waiver of `" + rule.id() + "` covers at most " + scope.maxCount()
                        + " findings and there are " + hits);
            }
        }
        boolean met = FindingsJudge.judge(
                        condition,
                        facts,
                        suppressed,
                        entity -> within.stream().noneMatch(scope -> covers(scope, entity)))
                .met();
        if (!met && !within.isEmpty()) {
            unused.add("the rule `" + rule.id() + "` objects to more than its waiver covers");
        }
        return met;
    }

    private static long hits(
            WaiverScope scope, FindingsCondition condition, ManifestFacts facts, Suppressed suppressed) {
        return FindingsJudge.hits(condition, facts, suppressed, entity -> covers(scope, entity));
    }

    private static boolean isEnough(WaiverScope scope, long hits) {
        Long most = scope.maxCount();
        return most != null && hits <= most;
    }

    /** Whether a waiver takes in some findings, and not more of its rule's than it may. */
    static boolean takes(
            WaiverScope scope,
            FindingsCondition condition,
            ManifestFacts facts,
            Suppressed suppressed,
            EntityCount entity) {
        return covers(scope, entity)
                && isEnough(scope, hits(scope, condition, facts, suppressed))
                && FindingsJudge.hits(condition, facts, suppressed, entity::equals) > 0;
    }

    private static boolean covers(WaiverScope scope, EntityCount entity) {
        return scope.covers(entity.type().name(), entity.column());
    }

    /** PASS, NEEDS_APPROVAL or FAIL, over what is not waived. */
    public Outcome outcome() {
        Outcome hardest = objections().stream()
                .map(RuleResult::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.PASS);
        return hardest == Outcome.WARN ? Outcome.PASS : hardest;
    }

    /** The results that are neither a pass nor waived, hardest first. */
    public List<RuleResult> objections() {
        return decision.objections().stream()
                .filter(result -> !waived.contains(result.rule()))
                .toList();
    }

    /** Ids of the rules that ask for an approval. */
    public List<String> awaiting() {
        return objections().stream()
                .filter(result -> result.outcome() == Outcome.NEEDS_APPROVAL)
                .map(RuleResult::rule)
                .sorted()
                .toList();
    }
}

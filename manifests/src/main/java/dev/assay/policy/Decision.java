package dev.assay.policy;

import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/**
 * A policy's verdict: the hardest outcome of its rules.
 *
 * @param policyId name of the policy
 * @param policyVersion its version
 * @param policySha256 digest of what it says
 * @param results one for each rule in the policy's order, the laws last
 * @param suppressions one for each suppression in the policy's order
 */
public record Decision(
        String policyId,
        String policyVersion,
        String policySha256,
        List<RuleResult> results,
        List<SuppressionResult> suppressions) {
    public Decision {
        suppressions = List.copyOf(suppressions);
        results = List.copyOf(results);
        if (results.isEmpty()) {
            throw new IllegalArgumentException("A decision without a rule decides nothing.");
        }
    }

    /** A verdict by a policy that suppresses nothing. */
    public Decision(String policyId, String policyVersion, String policySha256, List<RuleResult> results) {
        this(policyId, policyVersion, policySha256, results, List.of());
    }

    /** PASS, NEEDS_APPROVAL or FAIL. */
    public Outcome outcome() {
        Outcome hardest = results.stream()
                .map(RuleResult::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.FAIL);
        return hardest == Outcome.WARN ? Outcome.PASS : hardest;
    }

    public boolean passes() {
        return outcome() == Outcome.PASS;
    }

    /** The results that are not a pass, hardest first. */
    public List<RuleResult> objections() {
        return results.stream()
                .filter(result -> result.outcome() != Outcome.PASS)
                .sorted(Comparator.comparing(RuleResult::outcome).reversed())
                .toList();
    }

    /** The policy, as statements name it. */
    public JsonObject policyJson() {
        return JsonObject.builder()
                .put("uri", "policies/" + policyId + "/" + policyVersion)
                .put("id", policyId)
                .put("version", policyVersion)
                .put("digest", JsonObject.builder().put("sha256", policySha256).build())
                .build();
    }

    /** The results, as statements hold them. */
    public JsonArray resultsJson() {
        return Json.of(results.stream().map(RuleResult::toJson).toList());
    }

    /** What the suppressions came to, as statements hold it. */
    public JsonArray suppressionsJson() {
        return Json.of(suppressions.stream().map(SuppressionResult::toJson).toList());
    }

    /**
     * Reads the parts a statement holds.
     *
     * @throws IllegalArgumentException if the outcome does not follow from the results
     */
    public static Decision fromJson(JsonObject policy, String outcome, JsonArray results, JsonArray suppressions) {
        Decision decision = new Decision(
                policy.string("id"),
                policy.string("version"),
                policy.object("digest").string("sha256"),
                results.objects(RuleResult::fromJson),
                suppressions.objects(SuppressionResult::fromJson));
        if (!decision.outcome().label().equals(outcome)) {
            throw new IllegalArgumentException("The outcome does not follow from the rules' results.");
        }
        return decision;
    }
}

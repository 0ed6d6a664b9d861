package dev.assay.policy;

import dev.assay.json.JsonObject;

/**
 * What one rule came to.
 *
 * @param rule its id; ids that begin with {@code assay:} are laws no policy can set aside
 * @param outcome what it comes to
 * @param expected what the rule asks for
 * @param actual what the manifest says
 * @param reason one sentence for a person
 */
public record RuleResult(String rule, Outcome outcome, String expected, String actual, String reason) {
    JsonObject toJson() {
        return JsonObject.builder()
                .put("rule", rule)
                .put("outcome", outcome.label())
                .put("expected", expected)
                .put("actual", actual)
                .put("reason", reason)
                .build();
    }

    static RuleResult fromJson(JsonObject json) {
        return new RuleResult(
                json.string("rule"),
                Outcome.parse(json.string("outcome")),
                json.string("expected"),
                json.string("actual"),
                json.string("reason"));
    }
}

package dev.assay.policy;

import dev.assay.config.Severity;
import dev.assay.json.JsonObject;

/**
 * What one rule came to.
 *
 * @param rule its id; ids that begin with {@code assay:} are laws no policy can set aside
 * @param severity what follows where the rule is not met
 * @param outcome what it comes to
 * @param expected what the rule asks for
 * @param actual what the manifest says
 * @param reason one sentence for a person
 */
public record RuleResult(
        String rule, Severity severity, Outcome outcome, String expected, String actual, String reason) {
    JsonObject toJson() {
        return JsonObject.builder()
                .put("rule", rule)
                .put("severity", severity.label())
                .put("outcome", outcome.label())
                .put("expected", expected)
                .put("actual", actual)
                .put("reason", reason)
                .build();
    }

    static RuleResult fromJson(JsonObject json) {
        return new RuleResult(
                json.string("rule"),
                Severity.parse(json.string("severity")),
                Outcome.parse(json.string("outcome")),
                json.string("expected"),
                json.string("actual"),
                json.string("reason"));
    }
}

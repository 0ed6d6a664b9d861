package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One acceptance criterion of a policy.
 *
 * @param id unique in its policy, kebab-case
 * @param description for people: why it is there; may be empty
 * @param otherwise what follows when the condition is not met
 */
public record Rule(String id, String description, Severity otherwise, Condition condition) {
    static Rule read(Section rule) {
        return new Rule(
                rule.require("id").get("id", "", Names::parse),
                rule.text("description", ""),
                rule.choice("otherwise", Severity.class, Severity.FAIL),
                condition(rule));
    }

    private static Condition condition(Section rule) {
        List<ConditionKind> kinds = Stream.of(ConditionKind.values())
                .filter(kind -> rule.has(kind.label()))
                .toList();
        if (kinds.size() != 1) {
            String given = kinds.isEmpty() ? "no condition" : "the conditions " + labels(kinds);
            String all = labels(List.of(ConditionKind.values()));
            rule.problem("", "has " + given + "; a rule takes exactly one of " + all);
        }
        List<Condition> read = kinds.stream().map(kind -> kind.read(rule)).toList();
        return read.isEmpty() ? new CanariesCondition() : read.get(0);
    }

    private static String labels(List<ConditionKind> kinds) {
        return kinds.stream().map(ConditionKind::label).collect(Collectors.joining(", "));
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id)
                .put("description", description)
                .put("otherwise", otherwise.label())
                .put(condition.kind(), condition.toJson())
                .build();
    }
}

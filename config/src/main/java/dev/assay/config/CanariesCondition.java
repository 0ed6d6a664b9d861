package dev.assay.config;

import dev.assay.json.JsonObject;

/** Demands that every planted canary was found. */
public record CanariesCondition() implements Condition {
    private enum Demand {
        ALL_FOUND
    }

    static CanariesCondition read(Section rule, String key) {
        rule.choice(key, Demand.class, Demand.ALL_FOUND);
        return new CanariesCondition();
    }

    @Override
    public String kind() {
        return ConditionKind.CANARIES.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("demand", Values.label(Demand.ALL_FOUND))
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.canaries(this);
    }
}

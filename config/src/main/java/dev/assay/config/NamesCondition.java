package dev.assay.config;

import dev.assay.json.JsonObject;

/** Demands that names were looked for in every row, not in a sample and not nowhere. */
public record NamesCondition() implements Condition {
    private enum Demand {
        FULL
    }

    static NamesCondition read(Section rule, String key) {
        rule.choice(key, Demand.class, Demand.FULL);
        return new NamesCondition();
    }

    @Override
    public String kind() {
        return ConditionKind.NAMES.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder().put("demand", Values.label(Demand.FULL)).build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.names(this);
    }
}

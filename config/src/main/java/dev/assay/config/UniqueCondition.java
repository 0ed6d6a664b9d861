package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * Demands that no value of a column is there twice. The cells are needed for that, so a scan under the policy compares them,
 * by keyed digests; of more different values than it may hold it compares a sample, which decides only that there are some twice.
 *
 * @param columns patterns over column paths; a pattern that no column answers to is not met
 * @param mostValues different values of a column that a scan holds to decide it
 */
public record UniqueCondition(List<ColumnGlob> columns, int mostValues) implements Condition {
    /** What a scan holds where the rule does not say: about 10 MiB of a summary. */
    static final int DEFAULT_VALUES = 1 << 18;

    private static final int LEAST = 1_000;
    private static final int MOST = 1 << 24;

    public UniqueCondition {
        columns = List.copyOf(columns);
    }

    static UniqueCondition read(Section rule, String key) {
        Section section = rule.section(key).require("columns");
        return new UniqueCondition(section.list("columns", ColumnGlob::new), (int)
                section.integer("most-values", DEFAULT_VALUES, LEAST, MOST));
    }

    @Override
    public String kind() {
        return ConditionKind.IS_UNIQUE.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .putStrings("columns", ColumnGlob.patterns(columns))
                .put("mostValues", mostValues)
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.unique(this);
    }
}

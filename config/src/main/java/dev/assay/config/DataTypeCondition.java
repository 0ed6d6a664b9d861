package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.TreeSet;

/**
 * Demands that the values of columns are of some kinds.
 *
 * @param columns patterns over column paths; a pattern that no column answers to is not met
 * @param kinds what a value's whole text may be
 * @param min smallest share of the values that is not empty and of one of the kinds
 */
public record DataTypeCondition(List<ColumnGlob> columns, List<Kind> kinds, Share min) implements Condition {

    /** What the whole text of a value may be; every integer is also a decimal. */
    public enum Kind {
        INTEGER,
        DECIMAL,
        DATE,
        TRUTH,
        TEXT;

        /** The name in policies and manifests. */
        public String label() {
            return Values.label(this);
        }
    }

    public DataTypeCondition {
        columns = List.copyOf(columns);
        kinds = kinds.stream().distinct().sorted().toList();
    }

    static DataTypeCondition read(Section rule, String key) {
        Section section = rule.section(key).require("columns").require("kinds");
        return new DataTypeCondition(
                section.list("columns", ColumnGlob::new),
                section.choices("kinds", Kind.class),
                section.findShare("min").orElse(Share.ALL));
    }

    @Override
    public String kind() {
        return ConditionKind.DATA_TYPE.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .putStrings("columns", ColumnGlob.patterns(columns))
                .putStrings(
                        "kinds", new TreeSet<>(kinds.stream().map(Kind::label).toList()))
                .put("min", min.toString())
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.dataType(this);
    }
}

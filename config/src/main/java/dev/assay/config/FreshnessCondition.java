package dev.assay.config;

import dev.assay.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Demands that the dates of columns lie in a stretch of days. Days, not an age: a verdict about the same manifest is the
 * same tomorrow.
 *
 * @param columns patterns over column paths; a pattern that no column answers to is not met
 * @param notBefore earliest day allowed
 * @param notAfter latest day allowed
 * @param newestFrom day that the newest date must have reached
 */
public record FreshnessCondition(
        List<ColumnGlob> columns,
        @Nullable LocalDate notBefore,
        @Nullable LocalDate notAfter,
        @Nullable LocalDate newestFrom)
        implements Condition {
    public FreshnessCondition {
        columns = List.copyOf(columns);
    }

    static FreshnessCondition read(Section rule, String key) {
        Section section = rule.section(key).require("columns");
        if (!section.has("not-before") && !section.has("not-after") && !section.has("newest-from")) {
            section.problem("", "limits nothing; give not-before, not-after or newest-from");
        }
        return new FreshnessCondition(
                section.list("columns", ColumnGlob::new),
                section.findDate("not-before").orElse(null),
                section.findDate("not-after").orElse(null),
                section.findDate("newest-from").orElse(null));
    }

    @Override
    public String kind() {
        return ConditionKind.FRESHNESS.label();
    }

    @Override
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder().putStrings("columns", ColumnGlob.patterns(columns));
        Declared.date(json, "notBefore", notBefore);
        Declared.date(json, "notAfter", notAfter);
        Declared.date(json, "newestFrom", newestFrom);
        return json.build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.freshness(this);
    }
}

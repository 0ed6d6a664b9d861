package dev.assay.config;

import dev.assay.config.Measure.Scope;
import dev.assay.config.Measure.Unit;
import dev.assay.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Limits one {@link Measure}, of the dataset or of each column that a pattern names. At least one limit is given.
 *
 * @param columns patterns over column paths, none for the dataset as a whole; a pattern that no column answers to is not
 *     met
 * @param min smallest value allowed, exact
 * @param max largest value allowed, exact
 */
public record MeasureCondition(
        Measure measure,
        List<ColumnGlob> columns,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) implements Condition {
    public MeasureCondition {
        columns = List.copyOf(columns);
        min = plain(min);
        max = plain(max);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal limit) {
        return limit == null || limit.signum() != 0 ? limit : BigDecimal.ZERO;
    }

    static MeasureCondition read(Section rule, Measure measure) {
        Section section = rule.section(measure.label());
        List<ColumnGlob> columns = List.of();
        if (measure.scope() == Scope.COLUMN) {
            columns = section.require("columns").list("columns", ColumnGlob::new);
        }
        BigDecimal min = limit(section, "min", measure).orElse(null);
        BigDecimal max = limit(section, "max", measure).orElse(null);
        if (min == null && max == null) {
            section.problem("", "limits nothing; give min or max");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            section.problem("min", "is above max, so nothing could meet it");
        }
        return new MeasureCondition(measure, columns, min, max);
    }

    private static Optional<BigDecimal> limit(Section section, String key, Measure measure) {
        return measure.unit() == Unit.SHARE ? section.findShare(key).map(Share::value) : section.findDecimal(key);
    }

    @Override
    public String kind() {
        return measure.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .putStrings("columns", ColumnGlob.patterns(columns))
                .putIfPresent("min", text(min))
                .putIfPresent("max", text(max))
                .build();
    }

    private static @Nullable String text(@Nullable BigDecimal limit) {
        return limit == null ? null : limit.stripTrailingZeros().toPlainString();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.measure(this);
    }
}

package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Demands columns.
 *
 * @param columns paths that must be there
 * @param others whether there may be more
 * @param fingerprint digest of the whole schema as the manifest gives it; null if any will do
 */
public record SchemaCondition(
        List<String> columns, Others others, @Nullable String fingerprint) implements Condition {

    /** Whether columns may be there that the rule does not name. */
    public enum Others {
        ALLOWED,
        FORBIDDEN
    }

    public SchemaCondition {
        columns = columns.stream().distinct().sorted().toList();
    }

    static SchemaCondition read(Section rule, String key) {
        Section section = rule.section(key);
        if (!section.has("columns") && !section.has("fingerprint")) {
            section.problem("", "demands nothing; give columns or fingerprint");
        }
        return new SchemaCondition(
                section.texts("columns"),
                section.choice("others", Others.class, Others.ALLOWED),
                section.find("fingerprint", Values::sha256).orElse(null));
    }

    @Override
    public String kind() {
        return ConditionKind.SCHEMA_MATCH.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .putStrings("columns", new TreeSet<>(columns))
                .put("others", Values.label(others))
                .putIfPresent("fingerprint", fingerprint)
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.schema(this);
    }
}

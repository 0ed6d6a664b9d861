package dev.assay.policy;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a waiver sets aside.
 *
 * @param rule id of the rule
 * @param columns column paths; empty for all
 * @param entityTypes names such as {@code EMAIL_ADDRESS}; empty for all
 * @param maxCount most findings it covers; with one more it covers none. Null only for rules that count no findings
 */
public record WaiverScope(
        String rule,
        List<String> columns,
        List<String> entityTypes,
        @Nullable Long maxCount) {
    public WaiverScope {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("\"scope.rule\" is empty; a waiver names one rule.");
        }
        columns = columns.stream().distinct().sorted().toList();
        entityTypes = entityTypes.stream().distinct().sorted().toList();
        if (maxCount != null && maxCount < 1) {
            throw new IllegalArgumentException("\"scope.maxCount\" is " + maxCount + "; a waiver covers at least 1.");
        }
    }

    /** Whether findings of a type in a column are in it. */
    public boolean covers(String entityType, String column) {
        return (entityTypes.isEmpty() || entityTypes.contains(entityType))
                && (columns.isEmpty() || columns.contains(column));
    }

    /** As statements hold it. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("rule", rule)
                .putStrings("columns", columns)
                .putStrings("entityTypes", entityTypes)
                .put("maxCount", maxCount == null ? Json.nothing() : Json.of(maxCount))
                .build();
    }

    /** Reads what {@link #toJson} writes. */
    public static WaiverScope fromJson(JsonObject json) {
        return new WaiverScope(
                json.string("rule"),
                json.strings("columns"),
                json.strings("entityTypes"),
                json.find("maxCount").map(Json::asLong).orElse(null));
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * Whether values of a column are there twice, where the policy of the scan asked.
 *
 * @param column column path
 * @param values values that are not empty
 * @param compared those that were compared with every other; all of them, or a sample
 * @param repeats of those compared, the ones that would go if of equal ones only one stayed
 */
public record UniqueColumn(String column, long values, long compared, long repeats) {
    public UniqueColumn {
        Require.text(column, "quality.unique.column");
        Require.count(values, "quality.unique.values");
        Require.count(compared, "quality.unique.compared");
        Require.count(repeats, "quality.unique.repeats");
        if (compared > values || (compared > 0 ? repeats >= compared : repeats > 0)) {
            throw new ManifestException("\"quality.unique\" of \"" + column + "\" compared more than there is.");
        }
    }

    /** Whether every value was compared. */
    public boolean isExhaustive() {
        return compared == values;
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("column", column)
                .put("values", values)
                .put("compared", compared)
                .put("repeats", repeats)
                .build();
    }

    static UniqueColumn fromJson(JsonObject json) {
        return new UniqueColumn(
                json.string("column"), json.integer("values"), json.integer("compared"), json.integer("repeats"));
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * Rows that repeat another one in every cell.
 *
 * @param repeats how many rows would go if of equal rows only one stayed, of all rows compared; an extrapolation unless
 *     {@code sampled} is all of them
 * @param sampled rows that were counted one by one, all their repetitions included
 */
public record RepeatedRows(Share repeats, long sampled) {
    public RepeatedRows {
        if (Require.count(sampled, "quality.repeatedRows.sampled") > repeats.of()) {
            throw new ManifestException("More rows were sampled than compared.");
        }
    }

    /** Whether every row was counted. */
    public boolean isExact() {
        return sampled == repeats.of();
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("repeats", repeats.toJson())
                .put("sampled", sampled)
                .put("exact", isExact())
                .build();
    }

    static RepeatedRows fromJson(JsonObject json) {
        return new RepeatedRows(Share.fromJson(json.object("repeats")), json.integer("sampled"));
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * Something out of the ordinary that was read all the same, such as rows with too many fields.
 *
 * @param reason what it is and how it was read, without cell text
 * @param rows how many rows or lines it was met in
 */
public record Irregular(String reason, long rows) {
    public Irregular {
        Require.text(reason, "coverage.irregular.reason");
        Require.count(rows, "coverage.irregular.rows");
    }

    JsonObject toJson() {
        return JsonObject.builder().put("reason", reason).put("rows", rows).build();
    }

    static Irregular fromJson(JsonObject json) {
        return new Irregular(json.string("reason"), json.integer("rows"));
    }
}

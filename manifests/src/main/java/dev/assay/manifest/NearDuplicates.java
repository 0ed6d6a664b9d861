package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * Long texts that are much like another one.
 *
 * @param method how texts were compared
 * @param repeats how many would go if of those alike only one stayed, of all long texts
 * @param groups how many groups of texts are alike
 * @param largest texts of the largest group that was counted
 * @param exhaustive whether every text was compared with every other; else the figures are extrapolated from a sample
 */
public record NearDuplicates(String method, Share repeats, long groups, long largest, boolean exhaustive) {
    public NearDuplicates {
        Require.text(method, "quality.nearDuplicates.method");
        Require.count(groups, "quality.nearDuplicates.groups");
        Require.count(largest, "quality.nearDuplicates.largest");
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("method", method)
                .put("repeats", repeats.toJson())
                .put("groups", groups)
                .put("largest", largest)
                .put("exhaustive", exhaustive)
                .build();
    }

    static NearDuplicates fromJson(JsonObject json) {
        return new NearDuplicates(
                json.string("method"),
                Share.fromJson(json.object("repeats")),
                json.integer("groups"),
                json.integer("largest"),
                json.truth("exhaustive"));
    }
}

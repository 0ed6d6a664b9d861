package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * Rows that hold anything, of all rows scanned. Findings of class real with a confidence of at least 30 count.
 *
 * @param withAny rows with any finding
 * @param withSpecialCategory rows with a finding of a special category
 * @param withSecret rows with a credential
 */
public record RecordCounts(Share withAny, Share withSpecialCategory, Share withSecret) {
    JsonObject toJson() {
        return JsonObject.builder()
                .put("withAny", withAny.toJson())
                .put("withSpecialCategory", withSpecialCategory.toJson())
                .put("withSecret", withSecret.toJson())
                .build();
    }

    static RecordCounts fromJson(JsonObject json) {
        return new RecordCounts(
                Share.fromJson(json.object("withAny")),
                Share.fromJson(json.object("withSpecialCategory")),
                Share.fromJson(json.object("withSecret")));
    }
}

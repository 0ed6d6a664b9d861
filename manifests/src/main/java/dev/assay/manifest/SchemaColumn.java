package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * One leaf column of the dataset's schema.
 *
 * @param path names from the root joined by {@code .}, such as {@code messages[].content}
 * @param physical the format's storage type
 * @param logical the format's logical type; empty if there is none
 * @param nullable whether a row may lack it
 */
public record SchemaColumn(String path, String physical, String logical, boolean nullable) {
    JsonObject toJson() {
        return JsonObject.builder()
                .put("path", path)
                .put("physical", physical)
                .put("logical", logical)
                .put("nullable", nullable)
                .build();
    }

    static SchemaColumn fromJson(JsonObject json) {
        return new SchemaColumn(
                json.string("path"), json.string("physical"), json.string("logical"), json.truth("nullable"));
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * How many values of a column are as a policy expected when it was scanned. What was expected stands in the policy; here is
 * its digest.
 *
 * @param sha256 digest of what was accepted
 * @param column column path
 * @param met values that are so, of those that are not empty
 */
public record MetExpectation(String sha256, String column, Share met) {
    public MetExpectation {
        DigestField.require(sha256, "quality.expectations.sha256");
        Require.text(column, "quality.expectations.column");
    }

    String key() {
        return column + ' ' + sha256;
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("sha256", sha256)
                .put("column", column)
                .put("met", met.toJson())
                .build();
    }

    static MetExpectation fromJson(JsonObject json) {
        return new MetExpectation(json.string("sha256"), json.string("column"), Share.fromJson(json.object("met")));
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * The masked samples next to the manifest.
 *
 * @param sha256 digest of {@code findings.jsonl}
 * @param samples its lines
 * @param method how the samples were chosen
 */
public record Evidence(String sha256, long samples, String method) {
    public Evidence {
        DigestField.require(sha256, "privacy.evidence.sha256");
        Require.count(samples, "privacy.evidence.samples");
        Require.text(method, "privacy.evidence.method");
    }

    /** Of the samples that will be published. */
    public static Evidence of(FindingSamples samples, String method) {
        return new Evidence(samples.sha256(), samples.samples().size(), method);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("path", FindingSamples.NAME)
                .put("sha256", sha256)
                .put("samples", samples)
                .put("method", method)
                .build();
    }

    static Evidence fromJson(JsonObject json) {
        return new Evidence(json.string("sha256"), json.integer("samples"), json.string("method"));
    }
}

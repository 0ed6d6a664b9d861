package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * How many hits one detector contributed.
 *
 * @param detector its id
 * @param hits at least 1
 */
public record DetectorHits(String detector, long hits) {
    public DetectorHits {
        Require.text(detector, "detectors.detector");
        Require.count(hits, "detectors.hits");
    }

    JsonObject toJson() {
        return JsonObject.builder().put("detector", detector).put("hits", hits).build();
    }

    static DetectorHits fromJson(JsonObject json) {
        return new DetectorHits(json.string("detector"), json.integer("hits"));
    }
}

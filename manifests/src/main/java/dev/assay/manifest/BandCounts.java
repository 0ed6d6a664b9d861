package dev.assay.manifest;

import dev.assay.config.ConfidenceBand;
import dev.assay.json.JsonObject;

/**
 * Hits by confidence.
 *
 * @param possible hits of confidence 30–59
 * @param likely hits of confidence 60–89
 * @param certain hits of confidence 90–100
 */
public record BandCounts(long possible, long likely, long certain) {
    public BandCounts {
        Require.count(possible, "bands.possible");
        Require.count(likely, "bands.likely");
        Require.count(certain, "bands.certain");
    }

    public long total() {
        return possible + likely + certain;
    }

    /** Hits in this band and the ones above it. */
    public long atLeast(ConfidenceBand floor) {
        return switch (floor) {
            case UNLIKELY, POSSIBLE -> total();
            case LIKELY -> likely + certain;
            case CERTAIN -> certain;
        };
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("possible", possible)
                .put("likely", likely)
                .put("certain", certain)
                .build();
    }

    static BandCounts fromJson(JsonObject json) {
        return new BandCounts(json.integer("possible"), json.integer("likely"), json.integer("certain"));
    }
}

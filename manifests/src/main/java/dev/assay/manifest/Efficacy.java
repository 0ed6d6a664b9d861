package dev.assay.manifest;

import dev.assay.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How well the detectors worked.
 *
 * @param canaries this run's proof of life
 * @param measurement what the detectors of this scan find and miss in a labelled corpus; null if that was not measured
 */
public record Efficacy(Canaries canaries, @Nullable Measurement measurement) {
    /** Canaries alone. */
    public Efficacy(Canaries canaries) {
        this(canaries, null);
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder().put("canaries", canaries.toJson());
        if (measurement != null) {
            json.put("measurement", measurement.toJson());
        }
        return json.build();
    }

    static Efficacy fromJson(JsonObject json) {
        return new Efficacy(
                Canaries.fromJson(json.object("canaries")),
                json.findObject("measurement").map(Measurement::fromJson).orElse(null));
    }
}

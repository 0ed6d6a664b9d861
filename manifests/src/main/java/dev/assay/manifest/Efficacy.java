package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the detectors worked.
 *
 * @param canaries this run's proof of life
 * @param measurement what the detectors of this scan find and miss in a labelled corpus; null if that was not measured
 * @param names how good the models of names are, by language and corpus; empty if names were not sought
 */
public record Efficacy(Canaries canaries, @Nullable Measurement measurement, List<MeasuredNames> names) {
    public Efficacy {
        names = Order.sorted(names, Order.by(MeasuredNames::key), "efficacy.names");
    }

    /** Canaries alone. */
    public Efficacy(Canaries canaries) {
        this(canaries, null, List.of());
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder().put("canaries", canaries.toJson());
        if (measurement != null) {
            json.put("measurement", measurement.toJson());
        }
        if (!names.isEmpty()) {
            json.put("names", names.stream().map(MeasuredNames::toJson).toList());
        }
        return json.build();
    }

    static Efficacy fromJson(JsonObject json) {
        return new Efficacy(
                Canaries.fromJson(json.object("canaries")),
                json.findObject("measurement").map(Measurement::fromJson).orElse(null),
                json.find("names").isPresent() ? json.array("names").objects(MeasuredNames::fromJson) : List.of());
    }
}

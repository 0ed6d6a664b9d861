package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One detector that was in force.
 *
 * @param id in the catalogue
 * @param version of its rule; empty if it is only versioned with the rule set
 * @param artifactSha256 digest of a model it carries, or null if it has none
 * @param entityTypes what it can report, sorted
 * @param thresholdPpm the least confidence it reports, in parts per million
 */
public record DetectorInfo(
        String id, String version, @Nullable String artifactSha256, List<String> entityTypes, int thresholdPpm) {
    public DetectorInfo {
        Require.text(id, "detector.id");
        if (artifactSha256 != null) {
            DigestField.require(artifactSha256, "detector.artifactSha256");
        }
        entityTypes = Order.texts(entityTypes, "detector.entityTypes");
        if (thresholdPpm < 0 || thresholdPpm > 1_000_000) {
            throw new ManifestException(
                    "\"thresholdPpm\" of detector " + id + " is " + thresholdPpm + "; it lies between 0 and 1000000.");
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id)
                .put("version", version)
                .putIfPresent("artifactSha256", artifactSha256)
                .putStrings("entityTypes", entityTypes)
                .put("thresholdPpm", thresholdPpm)
                .build();
    }

    static DetectorInfo fromJson(JsonObject json) {
        return new DetectorInfo(
                json.string("id"),
                json.string("version"),
                json.findString("artifactSha256").orElse(null),
                json.strings("entityTypes"),
                json.int32("thresholdPpm"));
    }
}

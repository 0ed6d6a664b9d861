package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * Known values that were sent through the live detectors.
 *
 * @param planted how many
 * @param found how many were recognised
 * @param missed names of the others, sorted; never their text
 */
public record Canaries(long planted, long found, List<String> missed) {
    public Canaries {
        Require.count(planted, "canaries.planted");
        Require.count(found, "canaries.found");
        missed = Order.texts(missed, "canaries.missed");
        if (found + missed.size() != planted) {
            throw new ManifestException("\"canaries\": " + found + " found and " + missed.size() + " missed are not "
                    + planted + " planted.");
        }
    }

    /** Whether canaries were planted and every one was found. */
    public boolean allFound() {
        return planted > 0 && missed.isEmpty();
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("planted", planted)
                .put("found", found)
                .putStrings("missed", missed)
                .build();
    }

    static Canaries fromJson(JsonObject json) {
        return new Canaries(json.integer("planted"), json.integer("found"), json.strings("missed"));
    }
}

package dev.assay.statement;

import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import dev.assay.manifest.Manifest;
import dev.assay.policy.Decision;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A policy's verdict about a manifest, in the shape of SLSA's Verification Summary Attestation: who else reads it sees
 * {@code PASSED} only for a pass, and {@code FAILED} for everything that is not one.
 *
 * @param verifier name of the program that judged
 * @param verifierVersion its release
 * @param timeVerified when
 * @param resource what was judged, such as {@code support-chats@3}
 * @param inputs digests of the statements the verdict rests on, sorted
 * @param decision the verdict
 */
public record DecisionPredicate(
        String verifier,
        String verifierVersion,
        Instant timeVerified,
        String resource,
        List<String> inputs,
        Decision decision)
        implements Predicate {
    public static final String TYPE = "https://assay.dev/dataset-decision/v1";

    public DecisionPredicate {
        inputs = inputs.stream().sorted().toList();
    }

    /** A verdict reached now. */
    public static DecisionPredicate of(Decision decision, Manifest manifest, List<String> inputs, Clock clock) {
        return new DecisionPredicate(
                manifest.facts().scanner().name(),
                manifest.facts().scanner().version(),
                clock.instant(),
                manifest.name(),
                inputs,
                decision);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant moment() {
        return timeVerified;
    }

    @Override
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put(
                        "verifier",
                        JsonObject.builder()
                                .put("id", "https://assay.dev/" + verifier)
                                .put("version", Json.of(List.of(Json.of(verifierVersion))))
                                .build())
                .put("timeVerified", Times.write(timeVerified))
                .put("resourceUri", resource)
                .put("policy", decision.policyJson())
                .put(
                        "inputAttestations",
                        inputs.stream().map(DecisionPredicate::input).toList())
                .put("verificationResult", decision.passes() ? "PASSED" : "FAILED")
                .put("verifiedLevels", Json.of(List.of()))
                .put("outcome", decision.outcome().label())
                .put("results", decision.resultsJson());
        if (!decision.suppressions().isEmpty()) {
            json.put("suppressions", decision.suppressionsJson());
        }
        return json.build();
    }

    private static JsonObject input(String sha256) {
        return JsonObject.builder()
                .put("digest", JsonObject.builder().put("sha256", sha256).build())
                .build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws StatementException if something is missing, of the wrong kind, or contradicts the rest
     */
    public static DecisionPredicate fromJson(JsonObject json) {
        try {
            JsonObject verifier = json.object("verifier");
            String id = verifier.string("id");
            DecisionPredicate read = new DecisionPredicate(
                    id.substring(id.lastIndexOf('/') + 1),
                    String.join(", ", verifier.strings("version")),
                    Times.read(json.string("timeVerified"), "timeVerified"),
                    json.string("resourceUri"),
                    json.array("inputAttestations")
                            .objects(input -> input.object("digest").string("sha256")),
                    Decision.fromJson(
                            json.object("policy"),
                            json.string("outcome"),
                            json.array("results"),
                            json.find("suppressions").map(Json::asArray).orElse(Json.of(List.of()))));
            if (!read.toJson().equals(json)) {
                throw new StatementException(
                        "The decision contradicts itself: its parts do not follow from each other.");
            }
            return read;
        } catch (JsonException | IllegalArgumentException trouble) {
            throw new StatementException("Not a decision statement: " + trouble.getMessage());
        }
    }
}

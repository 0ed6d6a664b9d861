package dev.assay.manifest;

import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import dev.assay.json.Labels;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that a source was made from, as the scan found it on record.
 *
 * @param source id of the card's source
 * @param location where it lies, as the card says it; null if the card names a manifest alone
 * @param manifestSha256 its manifest: the one the card names, or the one that was found by its location; null if none was
 * @param version such as {@code tides-raw@2}, or several where one could not be told; empty if none is on record
 * @param state what there is of it
 */
public record Upstream(
        String source, @Nullable String location, @Nullable String manifestSha256, String version, State state) {

    /** What there is of an input on record, on the day of the scan. */
    public enum State {
        /** It is on record, its statements are signed by whom they must, and it passes the policy or was approved. */
        APPROVED,
        /** It is on record and believed, but fails the policy or waits for an approval. */
        UNAPPROVED,
        /** It is on record, but its statements are not believed. */
        UNVERIFIED,
        /** Several datasets were scanned at its location. */
        AMBIGUOUS,
        /** Nothing on record has its digest, or was scanned at its location. */
        ABSENT;

        /** The name in the record. */
        public String label() {
            return Labels.of(this);
        }

        private static State named(String label) {
            return Labels.find(State.class, label)
                    .orElseThrow(() -> new JsonException("\"" + label + "\" is no state of an input"));
        }
    }

    public Upstream {
        if (manifestSha256 != null) {
            DigestField.require(manifestSha256, "upstream.manifestSha256");
        }
    }

    /** Its manifest; empty if the card names a location and no version could be told from it. */
    public Optional<String> pinned() {
        return Optional.ofNullable(manifestSha256);
    }

    /** Whether it is the input that a card names so. */
    public boolean isFor(String sourceId, @Nullable String place) {
        return source.equals(sourceId) && Objects.equals(location, place);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("source", source)
                .putIfPresent("location", location)
                .putIfPresent("manifestSha256", manifestSha256)
                .put("version", version)
                .put("state", state.label())
                .build();
    }

    static Upstream fromJson(JsonObject json) {
        return new Upstream(
                json.string("source"),
                json.findString("location").orElse(null),
                json.findString("manifestSha256").orElse(null),
                json.string("version"),
                State.named(json.string("state")));
    }
}

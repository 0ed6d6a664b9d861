package dev.assay.policy;

import dev.assay.config.Suppression;
import dev.assay.json.JsonObject;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What one of a policy's suppressions came to on the day of a decision.
 *
 * @param id its id
 * @param owner who answers for it
 * @param reason why it is there
 * @param expires last day it counts
 * @param state whether it counted
 * @param hits findings it speaks of, set aside or not; 0 where the scan did not count them apart
 */
public record SuppressionResult(String id, String owner, String reason, LocalDate expires, State state, long hits) {
    /** Whether a suppression counts. */
    public enum State {
        /** Its findings are set aside. */
        IN_FORCE,
        /** Its day is past: its findings count like any others. */
        EXPIRED,
        /** The scan did not know these values and patterns; the dataset must be scanned again before it counts. */
        NOT_SCANNED;

        /** As records write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static State parse(String label) {
            for (State state : values()) {
                if (state.label().equals(label)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("`" + label + "` is no state of a suppression.");
        }
    }

    static SuppressionResult of(Suppression entry, State state, long hits) {
        return new SuppressionResult(entry.id(), entry.owner(), entry.reason(), entry.expires(), state, hits);
    }

    /** One sentence for a person. */
    public String sentence() {
        String found = hits == 1 ? "1 finding" : hits + " findings";
        return switch (state) {
            case IN_FORCE -> found + " set aside until " + expires + ", for " + owner + ": " + reason;
            case EXPIRED -> "expired on " + expires + ", so " + found + " count; " + owner + " may renew or drop it";
            case NOT_SCANNED -> "not counted apart by this scan, so nothing is set aside; scan again";
        };
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id)
                .put("owner", owner)
                .put("reason", reason)
                .put("expires", expires.toString())
                .put("state", state.label())
                .put("hits", hits)
                .build();
    }

    static SuppressionResult fromJson(JsonObject json) {
        return new SuppressionResult(
                json.string("id"),
                json.string("owner"),
                json.string("reason"),
                LocalDate.parse(json.string("expires")),
                State.parse(json.string("state")),
                json.integer("hits"));
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * Whether something a reader may look for was measured.
 *
 * @param capability such as {@code quality}
 * @param state whether
 * @param reason why not; empty if measured
 */
public record Status(String capability, State state, String reason) {

    /** Whether a capability was measured. */
    public enum State {
        MEASURED,
        NOT_MEASURED,
        NOT_APPLICABLE
    }

    public Status {
        Require.text(capability, "statuses.capability");
        if (state != State.MEASURED) {
            Require.text(reason, "statuses.reason");
        }
    }

    public static Status measured(String capability) {
        return new Status(capability, State.MEASURED, "");
    }

    public static Status notMeasured(String capability, String reason) {
        return new Status(capability, State.NOT_MEASURED, reason);
    }

    public static Status notApplicable(String capability, String reason) {
        return new Status(capability, State.NOT_APPLICABLE, reason);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("capability", capability)
                .put("status", Labels.of(state))
                .put("reason", reason)
                .build();
    }

    static Status fromJson(JsonObject json) {
        return new Status(
                json.string("capability"),
                Labels.parse(State.class, json.string("status"), "statuses.status"),
                json.string("reason"));
    }
}

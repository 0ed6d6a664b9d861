package dev.assay.gate;

import dev.assay.json.JsonObject;
import java.util.Locale;

/**
 * One thing the gate looked at.
 *
 * @param name what
 * @param state how it went
 * @param exit what a failure means; {@link ExitCode#PASS} otherwise
 * @param detail for a person; names what is wrong and what to do
 */
public record GateCheck(String name, State state, ExitCode exit, String detail) {

    /** How a check went. */
    public enum State {
        PASSED,
        FAILED,
        /** Not looked at, because something before it failed. */
        SKIPPED
    }

    static GateCheck passed(String name, String detail) {
        return new GateCheck(name, State.PASSED, ExitCode.PASS, detail);
    }

    static GateCheck failed(String name, ExitCode exit, String detail) {
        return new GateCheck(name, State.FAILED, exit, detail);
    }

    static GateCheck skipped(String name) {
        return new GateCheck(name, State.SKIPPED, ExitCode.PASS, "Not looked at: something before it failed.");
    }

    boolean holds() {
        return state == State.PASSED;
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("check", name)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("detail", detail)
                .build();
    }
}

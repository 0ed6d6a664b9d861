package dev.assay.gate;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gate's answer.
 *
 * @param dataset what was asked for, with its version where there is one
 * @param manifestSha256 digest of the verified manifest, or null if it came to none
 * @param checks in the order they were made
 * @param basis what the answer rests on, or null if the bytes were never read
 */
public record GateResult(
        String dataset,
        @Nullable String manifestSha256,
        List<GateCheck> checks,
        @Nullable GateBasis basis) {
    private static final List<ExitCode> GRAVEST_FIRST = List.of(
            ExitCode.INTEGRITY,
            ExitCode.CONFIGURATION,
            ExitCode.INCOMPLETE,
            ExitCode.POLICY,
            ExitCode.APPROVAL,
            ExitCode.STALE);

    public GateResult {
        checks = List.copyOf(checks);
    }

    public boolean allowed() {
        return exit() == ExitCode.PASS;
    }

    /** The gravest failure; {@link ExitCode#PASS} only if every check passed. */
    public ExitCode exit() {
        for (ExitCode exit : GRAVEST_FIRST) {
            if (checks.stream().anyMatch(check -> check.exit() == exit)) {
                return exit;
            }
        }
        boolean all = !checks.isEmpty() && checks.stream().allMatch(GateCheck::holds);
        return all ? ExitCode.PASS : ExitCode.BUG;
    }

    /** For machines. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("dataset", dataset)
                .put("manifestSha256", manifestSha256 == null ? Json.nothing() : Json.of(manifestSha256))
                .put("allowed", allowed())
                .put("exitCode", exit().code())
                .put("checks", checks.stream().map(GateCheck::toJson).toList())
                .build();
    }
}

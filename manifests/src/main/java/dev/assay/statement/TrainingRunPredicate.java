package dev.assay.statement;

import dev.assay.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That the gate let a training run through, and on what it relied.
 *
 * @param runId the run's name in the system that trains
 * @param purpose what the run is for, or null if nobody said
 * @param region where it runs, or null if nobody said
 * @param bytesMode how the bytes were verified, such as {@code full}
 * @param filesVerified files whose bytes were read and agreed
 * @param bytesVerified their bytes
 * @param policySha256 digest of the policy in force
 * @param approvals digests of the approvals relied on, sorted
 * @param waivers digests of the waivers relied on, sorted
 * @param logSize statements in the log when the gate looked
 * @param logRoot its root then
 * @param gateVersion release of the program
 * @param allowedOn when
 */
public record TrainingRunPredicate(
        String runId,
        @Nullable String purpose,
        @Nullable String region,
        String bytesMode,
        long filesVerified,
        long bytesVerified,
        String policySha256,
        List<String> approvals,
        List<String> waivers,
        long logSize,
        String logRoot,
        String gateVersion,
        Instant allowedOn)
        implements Predicate {
    public static final String TYPE = "https://assay.dev/training-run/v1";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public TrainingRunPredicate {
        requireId(runId);
        approvals = approvals.stream().sorted().toList();
        waivers = waivers.stream().sorted().toList();
    }

    /** The id itself, or an exception that says how one is written. It is a file name in a git repository. */
    public static String requireId(String runId) {
        if (!ID.matcher(runId).matches() || runId.contains("..") || runId.endsWith(".lock")) {
            throw new IllegalArgumentException("`" + runId + "` is no run id: letters, digits, `.`, `_` and `-`, at"
                    + " most 100, beginning with a letter or digit.");
        }
        return runId;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant moment() {
        return allowedOn;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("runId", runId)
                .put("purpose", Shape.text(purpose))
                .put("region", Shape.text(region))
                .put(
                        "bytes",
                        JsonObject.builder()
                                .put("mode", bytesMode)
                                .put("filesVerified", filesVerified)
                                .put("bytesVerified", bytesVerified)
                                .build())
                .put("policySha256", policySha256)
                .putStrings("approvals", approvals)
                .putStrings("waivers", waivers)
                .put(
                        "log",
                        JsonObject.builder()
                                .put("size", logSize)
                                .put("root", logRoot)
                                .build())
                .put("gateVersion", gateVersion)
                .put("allowedOn", Times.write(allowedOn))
                .build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws StatementException if it is anything else
     */
    public static TrainingRunPredicate fromJson(JsonObject json) {
        return Shape.read(
                json,
                "a training run",
                it -> new TrainingRunPredicate(
                        it.string("runId"),
                        it.findString("purpose").orElse(null),
                        it.findString("region").orElse(null),
                        it.object("bytes").string("mode"),
                        it.object("bytes").integer("filesVerified"),
                        it.object("bytes").integer("bytesVerified"),
                        it.string("policySha256"),
                        it.strings("approvals"),
                        it.strings("waivers"),
                        it.object("log").integer("size"),
                        it.object("log").string("root"),
                        it.string("gateVersion"),
                        Times.read(it.string("allowedOn"), "allowedOn")));
    }
}

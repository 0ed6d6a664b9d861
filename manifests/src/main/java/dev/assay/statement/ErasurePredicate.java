package dev.assay.statement;

import dev.assay.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * That something was taken out of a dataset: what a person asks for under a right of erasure. About the version without
 * it; names no person and holds no fingerprint of one.
 *
 * @param request reference of the request, in the organisation's own register
 * @param method how it was taken out
 * @param beforeManifestSha256 digest of the version that still had it
 * @param beforeRoot Merkle root of that version's content
 * @param removedFiles files of that version that are gone
 * @param rewrittenFiles files of that version with other bytes now
 * @param affectedVersions older versions, such as {@code support-chats@2}, sorted
 * @param affectedRuns ids of training runs that read one of those, sorted
 * @param notCovered what this does not reach, such as trained weights and backups
 * @param erasedOn when it was signed
 */
public record ErasurePredicate(
        String request,
        String method,
        String beforeManifestSha256,
        String beforeRoot,
        long removedFiles,
        long rewrittenFiles,
        List<String> affectedVersions,
        List<String> affectedRuns,
        List<String> notCovered,
        Instant erasedOn)
        implements Predicate {
    public static final String TYPE = "https://assay.dev/dataset-erasure/v1";

    public ErasurePredicate {
        Shape.require(request, "request");
        Shape.require(method, "method");
        affectedVersions = affectedVersions.stream().distinct().sorted().toList();
        affectedRuns = affectedRuns.stream().distinct().sorted().toList();
        notCovered = List.copyOf(notCovered);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant moment() {
        return erasedOn;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("request", request)
                .put("method", method)
                .put(
                        "before",
                        JsonObject.builder()
                                .put("manifestSha256", beforeManifestSha256)
                                .put("root", beforeRoot)
                                .build())
                .put("removedFiles", removedFiles)
                .put("rewrittenFiles", rewrittenFiles)
                .putStrings("affectedVersions", affectedVersions)
                .putStrings("affectedRuns", affectedRuns)
                .putStrings("notCovered", notCovered)
                .put("erasedOn", Times.write(erasedOn))
                .build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws StatementException if it is anything else
     */
    public static ErasurePredicate fromJson(JsonObject json) {
        return Shape.read(
                json,
                "an erasure",
                it -> new ErasurePredicate(
                        it.string("request"),
                        it.string("method"),
                        it.object("before").string("manifestSha256"),
                        it.object("before").string("root"),
                        it.integer("removedFiles"),
                        it.integer("rewrittenFiles"),
                        it.strings("affectedVersions"),
                        it.strings("affectedRuns"),
                        it.strings("notCovered"),
                        Times.read(it.string("erasedOn"), "erasedOn")));
    }
}

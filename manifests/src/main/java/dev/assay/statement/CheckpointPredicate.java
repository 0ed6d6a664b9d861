package dev.assay.statement;

import dev.assay.json.JsonObject;
import java.time.Instant;

/**
 * How long the log is and what its Merkle root is; the root is also the statement's subject.
 *
 * @param size entries
 * @param root RFC 6962 root over them, 64 hex digits
 * @param issuedOn when it was signed
 */
public record CheckpointPredicate(long size, String root, Instant issuedOn) implements Predicate {
    public static final String TYPE = "https://assay.dev/log-checkpoint/v1";

    /** Name of the statement's subject. */
    public static final String SUBJECT = "log";

    public CheckpointPredicate {
        if (size < 1) {
            throw new IllegalArgumentException("A checkpoint over nothing says nothing.");
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant moment() {
        return issuedOn;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("size", size)
                .put("root", root)
                .put("issuedOn", Times.write(issuedOn))
                .build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws StatementException if it is anything else
     */
    public static CheckpointPredicate fromJson(JsonObject json) {
        return Shape.read(
                json,
                "a checkpoint",
                it -> new CheckpointPredicate(
                        it.integer("size"), it.string("root"), Times.read(it.string("issuedOn"), "issuedOn")));
    }
}

package dev.assay.statement;

import dev.assay.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of an approval or a waiver before its time. Nothing revives what was revoked.
 *
 * @param revoked digest of the statement, or null for every approval and waiver of the version made until then
 * @param reason why
 * @param revokedOn when it was signed
 */
public record RevocationPredicate(@Nullable String revoked, String reason, Instant revokedOn) implements Predicate {
    public static final String TYPE = "https://assay.dev/dataset-revocation/v1";

    public RevocationPredicate {
        Shape.require(reason, "reason");
    }

    /** Whether it ends a statement. */
    public boolean ends(String sha256, Instant madeOn) {
        return revoked == null ? !madeOn.isAfter(revokedOn) : revoked.equals(sha256);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant moment() {
        return revokedOn;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("revoked", Shape.text(revoked))
                .put("reason", reason)
                .put("revokedOn", Times.write(revokedOn))
                .build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws StatementException if it is anything else
     */
    public static RevocationPredicate fromJson(JsonObject json) {
        return Shape.read(json, "a revocation", it -> {
            Optional<String> revoked = it.findString("revoked");
            return new RevocationPredicate(
                    revoked.orElse(null), it.string("reason"), Times.read(it.string("revokedOn"), "revokedOn"));
        });
    }
}

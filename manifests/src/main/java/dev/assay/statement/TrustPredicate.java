package dev.assay.statement;

import dev.assay.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the trust file, whole, so that the chain of changes can be followed from the statements alone.
 *
 * @param version from 1
 * @param previousSha256 digest of the version before, or null for the first
 * @param rolesYaml the file's text
 * @param reason why it was changed
 * @param changedOn when it was signed
 */
public record TrustPredicate(
        int version, @Nullable String previousSha256, String rolesYaml, String reason, Instant changedOn)
        implements Predicate {
    public static final String TYPE = "https://assay.dev/trust-roles/v1";

    public TrustPredicate {
        if (version < 1 || (version == 1) != (previousSha256 == null)) {
            throw new IllegalArgumentException("The first version, and only it, follows none.");
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant moment() {
        return changedOn;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("version", version)
                .put("previousSha256", Shape.text(previousSha256))
                .put("rolesYaml", rolesYaml)
                .put("reason", reason)
                .put("changedOn", Times.write(changedOn))
                .build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws StatementException if it is anything else
     */
    public static TrustPredicate fromJson(JsonObject json) {
        return Shape.read(json, "a trust statement", it -> {
            Optional<String> previous = it.findString("previousSha256");
            return new TrustPredicate(
                    it.int32("version"),
                    previous.orElse(null),
                    it.string("rolesYaml"),
                    it.string("reason"),
                    Times.read(it.string("changedOn"), "changedOn"));
        });
    }
}

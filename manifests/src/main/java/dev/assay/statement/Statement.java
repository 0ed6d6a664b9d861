package dev.assay.statement;

import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import dev.assay.manifest.Manifest;
import java.util.List;

/**
 * An <a href="https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md">in-toto Statement v1</a>.
 *
 * @param subjects what it is about; at least one
 * @param predicateType what kind of statement it is
 * @param predicate what it says
 */
public record Statement(List<Subject> subjects, String predicateType, JsonObject predicate) {
    static final String TYPE = "https://in-toto.io/Statement/v1";

    /** Digest algorithm of the subject that names the content: the Merkle root of the manifest's file listing. */
    public static final String CONTENT_DIGEST = "rfc6962Sha256";

    public Statement {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new StatementException("A statement has no subject.");
        }
    }

    /** A statement about a manifest and the bytes it speaks of. */
    public static Statement about(Manifest manifest, Predicate predicate) {
        return new Statement(
                List.of(
                        Subject.of(manifest.name(), "sha256", manifest.sha256()),
                        Subject.of(
                                manifest.name() + "/content",
                                CONTENT_DIGEST,
                                manifest.facts().content().root())),
                predicate.type(),
                predicate.toJson());
    }

    /** Whether this is about exactly this manifest: name, digest and content. */
    public boolean isAbout(Manifest manifest) {
        return subjects.equals(List.of(
                Subject.of(manifest.name(), "sha256", manifest.sha256()),
                Subject.of(
                        manifest.name() + "/content",
                        CONTENT_DIGEST,
                        manifest.facts().content().root())));
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("_type", TYPE)
                .put("subject", subjects.stream().map(Subject::toJson).toList())
                .put("predicateType", predicateType)
                .put("predicate", predicate)
                .build();
    }

    /**
     * Reads a statement. Keys it does not know are ignored, as in-toto asks.
     *
     * @throws StatementException if it is not one
     */
    public static Statement parse(byte[] utf8) {
        try {
            JsonObject json = Json.parse(utf8).asObject();
            if (!json.string("_type").equals(TYPE)) {
                throw new StatementException("Not an in-toto Statement v1: its \"_type\" is another.");
            }
            return new Statement(
                    json.array("subject").objects(Subject::fromJson),
                    json.string("predicateType"),
                    json.findObject("predicate")
                            .orElseGet(() -> JsonObject.builder().build()));
        } catch (JsonException notJson) {
            throw new StatementException("Not an in-toto statement: " + notJson.getMessage());
        }
    }
}

package dev.assay.manifest;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a dataset, as {@code manifests/docs/manifest-spec.md} writes it down. Holds no time, host or runner, so
 * that the same facts at the same place in the chain give the same bytes.
 *
 * @param version 1 for the first, one more than the parent's otherwise
 * @param parentLink the version before, or null for the first
 * @param changeCounts what became of the parent's files, or null for the first
 * @param driftFromParent how the values differ from the parent's, or null for the first
 * @param facts what the scan established
 */
public record Manifest(
        int version,
        @Nullable Parent parentLink,
        @Nullable Changes changeCounts,
        @Nullable Drift driftFromParent,
        ManifestFacts facts) {
    /** Names the shape; a reader of this shape reads no other. */
    public static final String SCHEMA = "https://assay.dev/dataset-manifest/v1";

    /** File name in the ledger. */
    public static final String NAME = "manifest.json";

    public Manifest {
        int expected = parentLink == null ? 1 : parentLink.version() + 1;
        if (version != expected) {
            throw new ManifestException(
                    "\"dataset.version\" is " + version + " where its parent makes it " + expected + ".");
        }
        if ((parentLink == null) != (changeCounts == null) || (parentLink == null) != (driftFromParent == null)) {
            throw new ManifestException("\"parent\", \"changes\" and \"drift\" come together or not at all.");
        }
    }

    /** The first version of a dataset. */
    public static Manifest first(ManifestFacts facts) {
        return new Manifest(1, null, null, null, facts);
    }

    /** The version before this one; empty for the first. */
    public Optional<Parent> parent() {
        return Optional.ofNullable(parentLink);
    }

    /** What became of the parent's files; empty for the first version. */
    public Optional<Changes> changes() {
        return Optional.ofNullable(changeCounts);
    }

    /** How the values differ from the parent's; empty for the first version. */
    public Optional<Drift> drift() {
        return Optional.ofNullable(driftFromParent);
    }

    /** Whether {@link #drift()} is what the facts of the parent say it is. */
    public boolean driftsFrom(Manifest parent) {
        return Drift.between(parent.facts, facts).equals(driftFromParent);
    }

    /** Name in statements and messages, such as {@code support-chats@3}. */
    public String name() {
        return facts.dataset().id() + "@" + version;
    }

    /** SHA-256 of the canonical bytes, which is what statements are made about. */
    public String sha256() {
        return toJson().sha256();
    }

    /** What lies in {@value #NAME}: the canonical bytes and one line feed. */
    public byte[] fileBytes() {
        return LineFeed.after(toJson().canonicalBytes());
    }

    /** This version as a parent. */
    public Parent asParent() {
        return new Parent(sha256(), version, facts.content().root());
    }

    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("schema", SCHEMA)
                .put("dataset", facts.dataset().toJson(version))
                .put("parent", parentLink == null ? Json.nothing() : parentLink.toJson())
                .put("changes", changeCounts == null ? Json.nothing() : changeCounts.toJson())
                .put("drift", driftFromParent == null ? Json.nothing() : driftFromParent.toJson())
                .put("content", facts.content().toJson())
                .put("provenance", facts.provenance().toJson())
                .put("scanner", facts.scanner().toJson())
                .put("coverage", facts.coverage().toJson())
                .put("privacy", facts.privacy().toJson())
                .put("efficacy", facts.efficacy().toJson())
                .put("statuses", facts.statuses().stream().map(Status::toJson).toList())
                .putStrings("limits", facts.limits());
        facts.quality().ifPresent(quality -> json.put("quality", quality.toJson()));
        return json.build();
    }

    /**
     * Reads the bytes of a {@value #NAME}.
     *
     * @throws ManifestException if they are not exactly what this class writes
     */
    public static Manifest parse(byte[] fileBytes) {
        return StrictShape.read(LineFeed.before(fileBytes, NAME), NAME, Manifest::fromJson, Manifest::toJson);
    }

    private static Manifest fromJson(JsonObject json) {
        if (!json.string("schema").equals(SCHEMA)) {
            throw new ManifestException("its schema is not " + SCHEMA + "; read it with the version that wrote it.");
        }
        return new Manifest(
                json.object("dataset").int32("version"),
                json.findObject("parent").map(Parent::fromJson).orElse(null),
                json.findObject("changes").map(Changes::fromJson).orElse(null),
                json.findObject("drift").map(Drift::fromJson).orElse(null),
                new ManifestFacts(
                        DatasetIdentity.fromJson(json.object("dataset")),
                        Content.fromJson(json.object("content")),
                        Provenance.fromJson(json.object("provenance")),
                        Scanner.fromJson(json.object("scanner")),
                        Coverage.fromJson(json.object("coverage")),
                        Privacy.fromJson(json.object("privacy")),
                        json.findObject("quality").map(Quality::fromJson).orElse(null),
                        Efficacy.fromJson(json.object("efficacy")),
                        json.array("statuses").objects(Status::fromJson),
                        json.strings("limits")));
    }
}

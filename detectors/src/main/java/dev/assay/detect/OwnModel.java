package dev.assay.detect;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * A model of a workspace's own that a {@link SpanFinder} reads with. Part of the rule set and of its digest, and named in every
 * manifest. Immutable and shared by all threads.
 */
public interface OwnModel {
    /** Unique among detectors and models, kebab-case. */
    String id();

    /** ISO 639-1 code of the language whose texts it reads. */
    String language();

    /** SHA-256 of its file, 64 hexadecimal digits. */
    String sha256();

    /** The entity types it finds, sorted. */
    List<String> entities();

    /** All that decides what it finds: its digest, and how it is put to use. */
    JsonObject toJson();
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Parquet files say of themselves in their footers. Values of metadata may hold anything and are not in the record.
 *
 * @param files that have a footer
 * @param writers files by program and version; {@code other} for programs not known by name
 * @param keys files by key of their metadata, such as {@code pandas} or {@code ARROW:schema}; the first {@value #MAX_NAMES}
 * @param licences files by the SPDX identifier their metadata gives
 */
public record EmbeddedMetadata(
        long files, SortedMap<String, Long> writers, SortedMap<String, Long> keys, SortedMap<String, Long> licences) {
    /** How many keys, and how many writers, are spelled out. */
    public static final int MAX_NAMES = 100;

    public EmbeddedMetadata {
        Require.count(files, "files");
        writers = Collections.unmodifiableSortedMap(new TreeMap<>(writers));
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        licences = Collections.unmodifiableSortedMap(new TreeMap<>(licences));
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("files", files)
                .put("writers", JsonObject.ofCounts(writers))
                .put("keys", JsonObject.ofCounts(keys))
                .put("licences", JsonObject.ofCounts(licences))
                .build();
    }

    static EmbeddedMetadata fromJson(JsonObject json) {
        return new EmbeddedMetadata(
                json.integer("files"),
                Origins.counts(json.object("writers")),
                Origins.counts(json.object("keys")),
                Origins.counts(json.object("licences")));
    }
}

package dev.assay.scan;

import dev.assay.format.EmbeddedFacts;
import dev.assay.json.JsonObject;
import dev.assay.manifest.EmbeddedMetadata;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What files say of themselves, counted by files. Merging is associative and commutative. */
final class EmbeddedCounts {
    private final TreeMap<String, Long> keys = new TreeMap<>();
    private final TreeMap<String, Long> writers = new TreeMap<>();
    private final TreeMap<String, Long> licences = new TreeMap<>();
    private long files;

    void add(EmbeddedFacts facts) {
        files++;
        facts.keys().forEach(key -> count(keys, key, 1));
        if (!facts.writer().isEmpty()) {
            count(writers, facts.writer(), 1);
        }
        facts.licence().ifPresent(licence -> count(licences, licence, 1));
    }

    /** Keeps the first names in their order: what is among the first of all is among the first of each part. */
    private static void count(NavigableMap<String, Long> counts, String name, long times) {
        counts.merge(name, times, Long::sum);
        if (counts.size() > EmbeddedMetadata.MAX_NAMES) {
            counts.pollLastEntry();
        }
    }

    void merge(EmbeddedCounts other) {
        files += other.files;
        other.keys.forEach((key, times) -> count(keys, key, times));
        other.writers.forEach((writer, times) -> count(writers, writer, times));
        other.licences.forEach((licence, times) -> count(licences, licence, times));
    }

    /** As the manifest has it; null if no file can say anything. */
    @Nullable EmbeddedMetadata toManifest() {
        return files == 0 ? null : new EmbeddedMetadata(files, writers, keys, licences);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("files", files)
                .put("keys", JsonObject.ofCounts(keys))
                .put("writers", JsonObject.ofCounts(writers))
                .put("licences", JsonObject.ofCounts(licences))
                .build();
    }

    static EmbeddedCounts fromJson(JsonObject json) {
        EmbeddedCounts read = new EmbeddedCounts();
        read.files = json.integer("files");
        json.object("keys").members().forEach((name, times) -> read.keys.put(name, times.asLong()));
        json.object("writers").members().forEach((name, times) -> read.writers.put(name, times.asLong()));
        json.object("licences").members().forEach((name, times) -> read.licences.put(name, times.asLong()));
        return read;
    }
}

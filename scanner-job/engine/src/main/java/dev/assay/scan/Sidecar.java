package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.sidecar.ListedFile.Algorithm;
import java.util.List;

/**
 * A list of the dataset's files that somebody else made, read when the scan was planned.
 *
 * @param name file name of the list
 * @param kind what wrote it, see {@link dev.assay.sidecar.FileList.Kind}
 * @param sha256 digest of the list's own bytes
 * @param entries what it says about files of this dataset
 * @param elsewhere how many of its entries speak of other files
 * @param undigested how many of its entries have no digest
 */
public record Sidecar(String name, String kind, String sha256, List<Entry> entries, long elsewhere, long undigested) {
    /**
     * What it says about one file.
     *
     * @param path as the dataset names it
     * @param bytes its size; −1 if the list does not say
     */
    public record Entry(String path, Algorithm algorithm, String digest, long bytes) {
        Json toJson() {
            return JsonObject.builder()
                    .put("path", path)
                    .put("algorithm", algorithm.name())
                    .put("digest", digest)
                    .put("bytes", bytes)
                    .build();
        }

        static Entry fromJson(JsonObject json) {
            return new Entry(
                    json.string("path"),
                    Algorithm.valueOf(json.string("algorithm")),
                    json.string("digest"),
                    json.integer("bytes"));
        }
    }

    public Sidecar {
        entries = List.copyOf(entries);
    }

    Json toJson() {
        return JsonObject.builder()
                .put("name", name)
                .put("kind", kind)
                .put("sha256", sha256)
                .put("entries", entries.stream().map(Entry::toJson).toList())
                .put("elsewhere", elsewhere)
                .put("undigested", undigested)
                .build();
    }

    static Sidecar fromJson(JsonObject json) {
        return new Sidecar(
                json.string("name"),
                json.string("kind"),
                json.string("sha256"),
                json.array("entries").objects(Entry::fromJson),
                json.integer("elsewhere"),
                json.integer("undigested"));
    }
}

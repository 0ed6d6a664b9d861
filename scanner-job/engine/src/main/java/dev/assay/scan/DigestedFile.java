package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.storage.FileDigest;

/**
 * The digests of a file that is scanned in several sections, made in one reading.
 *
 * @param path relative path of the file
 * @param digest of the whole file and of each range its sections read
 */
public record DigestedFile(String path, FileDigest digest) {
    Json toJson() {
        return JsonObject.builder()
                .put("path", path)
                .put("sha256", digest.sha256())
                .put("ranges", RangeJson.write(digest.ranges()))
                .build();
    }

    static DigestedFile fromJson(JsonObject json) {
        return new DigestedFile(
                json.string("path"), new FileDigest(json.string("sha256"), RangeJson.read(json.array("ranges"))));
    }
}

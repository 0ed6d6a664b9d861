package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.storage.LeftOut;
import java.util.List;

/**
 * Files at a dataset's location that its globs leave out: nobody looked into them, and the record says so.
 *
 * @param files how many
 * @param bytes their sizes added up
 */
public record LeftOutFiles(long files, long bytes) {
    static LeftOutFiles of(List<LeftOut> leftOut) {
        return new LeftOutFiles(
                leftOut.size(), leftOut.stream().mapToLong(LeftOut::length).sum());
    }

    Json toJson() {
        return JsonObject.builder().put("files", files).put("bytes", bytes).build();
    }

    static LeftOutFiles fromJson(JsonObject json) {
        return new LeftOutFiles(json.integer("files"), json.integer("bytes"));
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A part of the dataset that should have been read and was not.
 *
 * @param file path of the file, or null if the part is not within one file
 * @param column path of the column, or null if it is not one column
 * @param reason what stood in the way, without cell text
 * @param bytes how many bytes; −1 if not known
 * @param rows how many rows; −1 if not known
 */
public record SkippedPart(@Nullable String file, @Nullable String column, String reason, long bytes, long rows) {
    public SkippedPart {
        Require.text(reason, "coverage.skipped.reason");
        Require.countOrUnknown(bytes, "coverage.skipped.bytes");
        Require.countOrUnknown(rows, "coverage.skipped.rows");
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .putIfPresent("file", file)
                .putIfPresent("column", column)
                .put("reason", reason);
        if (bytes >= 0) {
            json.put("bytes", bytes);
        }
        if (rows >= 0) {
            json.put("rows", rows);
        }
        return json.build();
    }

    static SkippedPart fromJson(JsonObject json) {
        return new SkippedPart(
                json.findString("file").orElse(null),
                json.findString("column").orElse(null),
                json.string("reason"),
                json.find("bytes").isPresent() ? json.integer("bytes") : -1,
                json.find("rows").isPresent() ? json.integer("rows") : -1);
    }
}

package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.Comparator;

/**
 * Something that should have been read and was not.
 *
 * @param file relative path of the file
 * @param column path of the column; empty if the loss is not one column's
 * @param reason one sentence, without cell text
 * @param bytes bytes lost as stored, 0 if unknown
 * @param rows rows concerned, 0 if unknown
 */
public record Skip(String file, String column, String reason, long bytes, long rows) implements Comparable<Skip> {
    private static final Comparator<Skip> ORDER = Comparator.comparing(Skip::file)
            .thenComparing(Skip::column)
            .thenComparing(Skip::reason)
            .thenComparingLong(Skip::bytes)
            .thenComparingLong(Skip::rows);

    @Override
    public int compareTo(Skip other) {
        return ORDER.compare(this, other);
    }

    Json toJson() {
        return JsonObject.builder()
                .put("file", file)
                .put("column", column)
                .put("reason", reason)
                .put("bytes", bytes)
                .put("rows", rows)
                .build();
    }

    static Skip fromJson(JsonObject json) {
        return new Skip(
                json.string("file"),
                json.string("column"),
                json.string("reason"),
                json.integer("bytes"),
                json.integer("rows"));
    }
}

package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;

/**
 * How much was not read.
 *
 * @param count how many parts
 * @param bytes their bytes as stored, as far as known
 * @param rows their rows, as far as known
 */
public record SkipTotals(long count, long bytes, long rows) {
    static final SkipTotals NONE = new SkipTotals(0, 0, 0);

    SkipTotals plus(SkipTotals other) {
        return new SkipTotals(count + other.count, bytes + other.bytes, rows + other.rows);
    }

    Json toJson() {
        return JsonObject.builder()
                .put("count", count)
                .put("bytes", bytes)
                .put("rows", rows)
                .build();
    }

    static SkipTotals fromJson(JsonObject json) {
        return new SkipTotals(json.integer("count"), json.integer("bytes"), json.integer("rows"));
    }
}

package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.JsonObject;
import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeDigest;
import java.util.List;

/** Digests of byte ranges as JSON. */
final class RangeJson {
    private RangeJson() {}

    static Json write(List<RangeDigest> ranges) {
        return Json.of(ranges.stream()
                .map(range -> JsonObject.builder()
                        .put("start", range.range().start())
                        .put("end", range.range().end())
                        .put("sha256", range.sha256())
                        .build())
                .toList());
    }

    static List<RangeDigest> read(JsonArray json) {
        return json.objects(range ->
                new RangeDigest(new ByteRange(range.integer("start"), range.integer("end")), range.string("sha256")));
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * The most common values of columns, told by digests under a key that no record holds.
 *
 * @param key public name of the key: records of one key can be compared with each other
 * @param columns sorted by column
 */
public record MostCommon(String key, List<CommonValues> columns) {
    public MostCommon {
        Require.text(key, "quality.mostCommon.key");
        columns = Order.sorted(columns, Order.by(CommonValues::column), "quality.mostCommon.columns");
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("key", key)
                .put("columns", columns.stream().map(CommonValues::toJson).toList())
                .build();
    }

    static MostCommon fromJson(JsonObject json) {
        return new MostCommon(json.string("key"), json.array("columns").objects(CommonValues::fromJson));
    }
}

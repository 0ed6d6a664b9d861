package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What the values look like: how complete, how varied, how long, how large, and how many rows are there twice.
 *
 * @param repeatedRows rows that are there more than once
 * @param distinctMethod how different values are estimated where they were not counted one by one
 * @param columns sorted by path
 */
public record Quality(RepeatedRows repeatedRows, String distinctMethod, List<QualityColumn> columns) {
    public Quality {
        Require.text(distinctMethod, "quality.distinctMethod");
        columns = Order.sorted(columns, Order.by(QualityColumn::path), "quality.columns");
    }

    /** One column's values. */
    public Optional<QualityColumn> column(String path) {
        return columns.stream().filter(column -> column.path().equals(path)).findFirst();
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("repeatedRows", repeatedRows.toJson())
                .put("distinctMethod", distinctMethod)
                .put("columns", columns.stream().map(QualityColumn::toJson).toList())
                .build();
    }

    static Quality fromJson(JsonObject json) {
        return new Quality(
                RepeatedRows.fromJson(json.object("repeatedRows")),
                json.string("distinctMethod"),
                json.array("columns").objects(QualityColumn::fromJson));
    }
}

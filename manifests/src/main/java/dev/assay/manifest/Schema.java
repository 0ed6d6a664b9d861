package dev.assay.manifest;

import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/**
 * The columns of all files together. A path whose files disagree about its type appears once for each type.
 *
 * @param columns sorted by path, then type
 */
public record Schema(List<SchemaColumn> columns) {
    private static final Comparator<SchemaColumn> ORDER = Order.by(SchemaColumn::path)
            .thenComparing(Order.by(SchemaColumn::physical))
            .thenComparing(Order.by(SchemaColumn::logical))
            .thenComparing(SchemaColumn::nullable);

    public Schema {
        columns = Order.sorted(columns, ORDER, "content.schema.columns");
    }

    /** SHA-256 of the canonical text of {@link #columns()}. */
    public String fingerprint() {
        return columnsJson().sha256();
    }

    private JsonArray columnsJson() {
        return Json.of(columns.stream().map(SchemaColumn::toJson).toList());
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("fingerprint", fingerprint())
                .put("columns", columnsJson())
                .build();
    }

    static Schema fromJson(JsonObject json) {
        return new Schema(json.array("columns").objects(SchemaColumn::fromJson));
    }
}

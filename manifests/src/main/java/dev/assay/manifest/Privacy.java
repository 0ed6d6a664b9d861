package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * The inventory of personal data and secrets.
 *
 * @param entities sorted by type, class, column
 * @param records rows that hold anything
 * @param distinctMethod how distinct values are estimated
 * @param evidence masked samples
 */
public record Privacy(List<EntityCount> entities, RecordCounts records, String distinctMethod, Evidence evidence) {
    public Privacy {
        entities = Order.sorted(entities, EntityCount.ORDER, "privacy.entities");
        Require.text(distinctMethod, "privacy.distinctMethod");
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("entities", entities.stream().map(EntityCount::toJson).toList())
                .put("records", records.toJson())
                .put("distinctMethod", distinctMethod)
                .put("evidence", evidence.toJson())
                .build();
    }

    static Privacy fromJson(JsonObject json) {
        return new Privacy(
                json.array("entities").objects(EntityCount::fromJson),
                RecordCounts.fromJson(json.object("records")),
                json.string("distinctMethod"),
                Evidence.fromJson(json.object("evidence")));
    }
}

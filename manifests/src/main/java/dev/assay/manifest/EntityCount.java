package dev.assay.manifest;

import dev.assay.config.DataClass;
import dev.assay.config.EntityType;
import dev.assay.config.FindingClass;
import dev.assay.json.JsonObject;
import java.util.Comparator;

/**
 * What was found of one entity type and class in one column; what an allow list matches is counted apart.
 *
 * @param type entity type
 * @param findingClass somebody's data, or only its shape
 * @param column path
 * @param suppression id of the {@link AllowList} that matches these findings; empty for those that none matches
 * @param raw as each cell looked on its own
 * @param settled after the column as a whole was weighed; what policies judge
 */
public record EntityCount(
        EntityType type, FindingClass findingClass, String column, String suppression, Counts raw, Counts settled) {
    static final Comparator<EntityCount> ORDER = Order.<EntityCount>by(
                    count -> count.type().name())
            .thenComparing(Order.by(count -> count.findingClass().label()))
            .thenComparing(Order.by(EntityCount::column))
            .thenComparing(Order.by(EntityCount::suppression));

    /** Findings that no allow list matches. */
    public EntityCount(EntityType type, FindingClass findingClass, String column, Counts raw, Counts settled) {
        this(type, findingClass, column, "", raw, settled);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("type", type.name())
                .put("dataClass", type.dataClass().label())
                .put("class", findingClass.label())
                .put("column", column)
                .putIfPresent("suppression", suppression.isEmpty() ? null : suppression)
                .put("raw", raw.toJson())
                .put("final", settled.toJson())
                .build();
    }

    static EntityCount fromJson(JsonObject json) {
        return new EntityCount(
                new EntityType(
                        json.string("type"), Labels.parse(DataClass.class, json.string("dataClass"), "dataClass")),
                Labels.parse(FindingClass.class, json.string("class"), "class"),
                json.string("column"),
                json.findString("suppression").orElse(""),
                Counts.fromJson(json.object("raw")),
                Counts.fromJson(json.object("final")));
    }
}

package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.TreeSet;

/**
 * Demands that the detectors find what there is to find, by the figures of the evaluation corpus that the manifest holds:
 * for each type, in every language it was measured in, the lower end of the interval.
 *
 * @param entities entity types; a type that was not measured is not met
 * @param minRecall smallest share of values that are found
 */
public record EfficacyCondition(List<EntityType> entities, Share minRecall) implements Condition {
    public EfficacyCondition {
        entities = entities.stream().distinct().sorted().toList();
    }

    static EfficacyCondition read(Section rule, String key) {
        Section section = rule.section(key).require("entities").require("min-recall");
        return new EfficacyCondition(
                section.list("entities", EntityTypes.loaded()::parse),
                section.findShare("min-recall").orElse(Share.ALL));
    }

    @Override
    public String kind() {
        return ConditionKind.EFFICACY_FLOOR.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .putStrings(
                        "entities",
                        new TreeSet<>(entities.stream().map(EntityType::name).toList()))
                .put("minRecall", minRecall.toString())
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.efficacy(this);
    }
}

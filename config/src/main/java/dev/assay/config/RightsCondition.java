package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.TreeSet;

/**
 * Demands that the effective rights, the intersection over all sources of the card, allow something.
 *
 * @param purposes purposes of use, each of which must be allowed
 * @param regions places of processing, each of which must be allowed
 */
public record RightsCondition(List<String> purposes, List<String> regions) implements Condition {
    public RightsCondition {
        purposes = purposes.stream().distinct().sorted().toList();
        regions = regions.stream().distinct().sorted().toList();
    }

    static RightsCondition read(Section rule, String key) {
        Section section = rule.section(key);
        if (!section.has("purposes") && !section.has("regions")) {
            section.problem("", "demands nothing; give purposes or regions");
        }
        return new RightsCondition(section.texts("purposes"), section.texts("regions"));
    }

    @Override
    public String kind() {
        return ConditionKind.RIGHTS.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .putStrings("purposes", new TreeSet<>(purposes))
                .putStrings("regions", new TreeSet<>(regions))
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.rights(this);
    }
}

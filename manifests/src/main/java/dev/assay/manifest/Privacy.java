package dev.assay.manifest;

import dev.assay.config.DataClass;
import dev.assay.config.FindingClass;
import dev.assay.json.JsonObject;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The inventory of personal data and secrets.
 *
 * @param entities sorted by type, class, column, suppression
 * @param records rows that hold anything
 * @param distinctMethod how distinct values are estimated
 * @param evidence masked samples
 * @param suppressions the allow lists that findings were held against, sorted by id
 */
public record Privacy(
        List<EntityCount> entities,
        RecordCounts records,
        String distinctMethod,
        Evidence evidence,
        List<AllowList> suppressions) {
    public Privacy {
        entities = Order.sorted(entities, EntityCount.ORDER, "privacy.entities");
        Require.text(distinctMethod, "privacy.distinctMethod");
        suppressions = Order.sorted(suppressions, Order.by(AllowList::id), "privacy.suppressions");
        for (EntityCount entity : entities) {
            String id = entity.suppression();
            if (!id.isEmpty()
                    && suppressions.stream().noneMatch(list -> list.id().equals(id))) {
                throw new ManifestException("\"privacy.suppressions\" does not name `" + id + "`, which counts do.");
            }
        }
    }

    /** An inventory that no allow list took part in. */
    public Privacy(List<EntityCount> entities, RecordCounts records, String distinctMethod, Evidence evidence) {
        this(entities, records, distinctMethod, evidence, List.of());
    }

    /**
     * The kinds of personal data that were found, published test values and stand-ins left out.
     *
     * @param counted which counts to take
     */
    public SortedSet<DataClass> personalData(Predicate<EntityCount> counted) {
        return entities.stream()
                .filter(counted)
                .filter(count -> count.findingClass() == FindingClass.REAL
                        && count.settled().hits() > 0)
                .map(count -> count.type().dataClass())
                .filter(DataClass::isPersonal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("entities", entities.stream().map(EntityCount::toJson).toList())
                .put("records", records.toJson())
                .put("distinctMethod", distinctMethod)
                .put("evidence", evidence.toJson());
        if (!suppressions.isEmpty()) {
            json.put(
                    "suppressions", suppressions.stream().map(AllowList::toJson).toList());
        }
        return json.build();
    }

    static Privacy fromJson(JsonObject json) {
        return new Privacy(
                json.array("entities").objects(EntityCount::fromJson),
                RecordCounts.fromJson(json.object("records")),
                json.string("distinctMethod"),
                Evidence.fromJson(json.object("evidence")),
                json.find("suppressions")
                        .map(lists -> lists.asArray().objects(AllowList::fromJson))
                        .orElse(List.of()));
    }
}

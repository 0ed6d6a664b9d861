package dev.assay.manifest;

import dev.assay.config.EntityType;
import dev.assay.config.FindingClass;
import java.util.List;
import java.util.TreeMap;

/**
 * Hits of one entity type and class in one column, in two versions; those an allow list matches count with the others.
 *
 * @param type as the version that has it calls it
 * @param before hits in the older version, after its columns were weighed
 * @param after hits in the newer version
 */
public record FindingChange(EntityType type, FindingClass findingClass, String column, long before, long after) {

    /** All that either version found, by name of the type, class and column. */
    public static List<FindingChange> between(ManifestFacts older, ManifestFacts newer) {
        TreeMap<String, FindingChange> changes = new TreeMap<>();
        older.privacy()
                .entities()
                .forEach(count -> add(changes, count, count.settled().hits(), 0));
        newer.privacy()
                .entities()
                .forEach(count -> add(changes, count, 0, count.settled().hits()));
        return changes.values().stream()
                .filter(change -> change.before > 0 || change.after > 0)
                .toList();
    }

    private static void add(TreeMap<String, FindingChange> changes, EntityCount count, long before, long after) {
        changes.merge(
                kind(count),
                new FindingChange(count.type(), count.findingClass(), count.column(), before, after),
                (one, other) -> new FindingChange(
                        one.type, one.findingClass, one.column, one.before + other.before, one.after + other.after));
    }

    /** What a change is about, for people and as a key: {@code EMAIL_ADDRESS real body}. */
    public static String kind(EntityCount count) {
        return kind(count.type(), count.findingClass(), count.column());
    }

    private static String kind(EntityType type, FindingClass findingClass, String column) {
        return type.name() + " " + findingClass.label() + " " + column;
    }

    /** The same of this change. */
    public String kind() {
        return kind(type, findingClass, column);
    }

    /** What became of it, in one word. */
    public String state() {
        return after == 0 ? "resolved" : before == 0 ? "new" : "persisting";
    }
}

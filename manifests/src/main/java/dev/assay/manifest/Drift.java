package dev.assay.manifest;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the values differ from those of the version before, computed from the two manifests alone.
 *
 * @param rowsBefore rows of the version before
 * @param rowsAfter rows of this one
 * @param columnsAdded columns the version before had not, sorted
 * @param columnsRemoved columns it had and this one has not, sorted
 * @param distributions how far histograms moved, sorted by column and aspect
 * @param entities rates that changed, sorted by type and class
 * @param poisoning what moved that poisoning moves, sorted by kind and subject
 */
public record Drift(
        long rowsBefore,
        long rowsAfter,
        List<String> columnsAdded,
        List<String> columnsRemoved,
        List<Shift> distributions,
        List<EntityShift> entities,
        List<PoisoningSignal> poisoning) {
    public Drift {
        Require.count(rowsBefore, "drift.rows.before");
        Require.count(rowsAfter, "drift.rows.after");
        columnsAdded = Order.texts(columnsAdded, "drift.columnsAdded");
        columnsRemoved = Order.texts(columnsRemoved, "drift.columnsRemoved");
        distributions = Order.sorted(distributions, Order.by(Shift::key), "drift.distributions");
        entities = Order.sorted(entities, Order.by(EntityShift::key), "drift.entities");
        poisoning = Order.sorted(poisoning, Order.by(PoisoningSignal::key), "drift.poisoning");
    }

    /**
     * How often a type of data is found, by rows with a hit in the column that has most.
     *
     * @param type entity type
     * @param findingClass label of its class
     * @param beforePpm rows of the version before, in parts per million
     * @param afterPpm rows of this one
     */
    public record EntityShift(String type, String findingClass, long beforePpm, long afterPpm) {
        String key() {
            return type + ' ' + findingClass;
        }

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("type", type)
                    .put("class", findingClass)
                    .put("beforePpm", beforePpm)
                    .put("afterPpm", afterPpm)
                    .build();
        }

        static EntityShift fromJson(JsonObject json) {
            return new EntityShift(
                    json.string("type"), json.string("class"), json.integer("beforePpm"), json.integer("afterPpm"));
        }
    }

    /** The difference; empty histograms and columns only one version has are left out. */
    public static Drift between(ManifestFacts before, ManifestFacts after) {
        TreeSet<String> old = paths(before);
        TreeSet<String> now = paths(after);
        List<Shift> shifts = new ArrayList<>();
        before.quality()
                .ifPresent(from -> after.quality()
                        .ifPresent(to -> to.columns()
                                .forEach(column -> from.column(column.path())
                                        .ifPresent(parent -> shifts.addAll(Shift.between(parent, column))))));
        return new Drift(
                before.content().rows(),
                after.content().rows(),
                now.stream().filter(path -> !old.contains(path)).toList(),
                old.stream().filter(path -> !now.contains(path)).toList(),
                shifts,
                entities(before, after),
                PoisoningSignal.between(before, after, shifts));
    }

    private static TreeSet<String> paths(ManifestFacts facts) {
        TreeSet<String> paths = new TreeSet<>();
        facts.content().schema().columns().forEach(column -> paths.add(column.path()));
        return paths;
    }

    private static List<EntityShift> entities(ManifestFacts before, ManifestFacts after) {
        TreeMap<String, EntityShift> shifts = new TreeMap<>();
        for (EntityCount entity : before.privacy().entities()) {
            long ppm = entity.settled().rows().ppm();
            add(
                    shifts,
                    new EntityShift(entity.type().name(), entity.findingClass().label(), ppm, 0));
        }
        for (EntityCount entity : after.privacy().entities()) {
            long ppm = entity.settled().rows().ppm();
            add(
                    shifts,
                    new EntityShift(entity.type().name(), entity.findingClass().label(), 0, ppm));
        }
        return shifts.values().stream()
                .filter(shift -> shift.beforePpm() != shift.afterPpm())
                .toList();
    }

    private static void add(TreeMap<String, EntityShift> shifts, EntityShift more) {
        shifts.merge(
                more.key(),
                more,
                (a, b) -> new EntityShift(
                        a.type(),
                        a.findingClass(),
                        Math.max(a.beforePpm(), b.beforePpm()),
                        Math.max(a.afterPpm(), b.afterPpm())));
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put(
                        "rows",
                        JsonObject.builder()
                                .put("before", rowsBefore)
                                .put("after", rowsAfter)
                                .build())
                .putStrings("columnsAdded", columnsAdded)
                .putStrings("columnsRemoved", columnsRemoved)
                .put(
                        "distributions",
                        Json.of(distributions.stream().map(Shift::toJson).toList()))
                .put(
                        "entities",
                        Json.of(entities.stream().map(EntityShift::toJson).toList()))
                .put(
                        "poisoning",
                        Json.of(poisoning.stream().map(PoisoningSignal::toJson).toList()))
                .build();
    }

    static Drift fromJson(JsonObject json) {
        return new Drift(
                json.object("rows").integer("before"),
                json.object("rows").integer("after"),
                json.strings("columnsAdded"),
                json.strings("columnsRemoved"),
                json.array("distributions").objects(Shift::fromJson),
                json.array("entities").objects(EntityShift::fromJson),
                json.array("poisoning").objects(PoisoningSignal::fromJson));
    }
}

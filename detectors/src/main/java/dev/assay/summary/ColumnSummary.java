package dev.assay.summary;

import dev.assay.config.ConfidenceBand;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is known of one column after cells were read: counts, what was found, and what the detectors said of single cells
 * before the column could speak. Mutable while a split is scanned and while splits merge; not thread-safe.
 */
public final class ColumnSummary {
    private final TreeMap<EntityKey, EntitySummary> entities = new TreeMap<>();
    private final TreeMap<DetectorKey, Tally> detectors = new TreeMap<>();
    private final TreeMap<String, DistinctCounter> passing = new TreeMap<>();
    private final TreeMap<String, DistinctCounter> refused = new TreeMap<>();
    private long cells;
    private long nulls;
    private long empty;
    private long bytes;
    private long invalidUtf8;

    /** Adds cells that hold a value. */
    public void cells(long count, long emptyOnes, long textBytes) {
        cells += count;
        empty += emptyOnes;
        bytes += textBytes;
    }

    public void nulls(long count) {
        nulls += count;
    }

    public void invalidUtf8(long count) {
        invalidUtf8 += count;
    }

    EntitySummary entity(EntityKey key, int sampleLimit) {
        return entities.computeIfAbsent(key, unused -> new EntitySummary(sampleLimit));
    }

    /** Values that fill a cell and pass a detector's weak check, counted by {@link EntitySummary} or not. */
    DistinctCounter passing(String detector) {
        return passing.computeIfAbsent(detector, unused -> new DistinctCounter());
    }

    /** Values that fill a cell, have a detector's shape and fail its weak check. */
    DistinctCounter refused(String detector) {
        return refused.computeIfAbsent(detector, unused -> new DistinctCounter());
    }

    void detector(DetectorKey key, Tally tally) {
        detectors.merge(key, tally, Tally::plus);
    }

    /** Takes in another split's summary of the same column. */
    public void merge(ColumnSummary other) {
        cells(other.cells, other.empty, other.bytes);
        nulls(other.nulls);
        invalidUtf8(other.invalidUtf8);
        other.entities.forEach(
                (key, entity) -> entity(key, entity.sampleLimit()).merge(entity));
        other.detectors.forEach(this::detector);
        other.passing.forEach((detector, values) -> passing(detector).merge(values));
        other.refused.forEach((detector, values) -> refused(detector).merge(values));
    }

    /** Cells that hold a value, empty ones included. */
    public long cells() {
        return cells;
    }

    /** Places where a value could have been: nulls, missing keys, empty lists. */
    public long nulls() {
        return nulls;
    }

    /** Values of no bytes. */
    public long empty() {
        return empty;
    }

    /** UTF-8 bytes of all values. */
    public long bytes() {
        return bytes;
    }

    /** Cells that hold bytes which are not UTF-8; they are scanned all the same. */
    public long invalidUtf8() {
        return invalidUtf8;
    }

    /** What was found, by entity type and class. */
    public SortedMap<EntityKey, EntitySummary> entities() {
        return Collections.unmodifiableSortedMap(entities);
    }

    /** What each detector said, candidates below band <em>possible</em> and losers included. */
    public SortedMap<DetectorKey, Tally> detectors() {
        return Collections.unmodifiableSortedMap(detectors);
    }

    /** Counted hits of one entity type and class, by the id of the detector that won them. */
    public SortedMap<String, Long> detectorsOf(EntityKey key) {
        TreeMap<String, Long> hits = new TreeMap<>();
        detectors.forEach((detector, tally) -> {
            boolean counted = detector.won() && detector.confidence() >= ConfidenceBand.POSSIBLE.floor();
            if (counted && detector.isOf(key)) {
                hits.merge(detector.detector(), tally.hits(), Long::sum);
            }
        });
        return hits;
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("cells", cells)
                .put("nulls", nulls)
                .put("empty", empty)
                .put("bytes", bytes)
                .put("invalidUtf8", invalidUtf8)
                .put("passing", object(passing, detector -> detector, values -> Json.of(values.encode())))
                .put("refused", object(refused, detector -> detector, values -> Json.of(values.encode())))
                .put("entities", object(entities, EntityKey::encode, EntitySummary::toJson))
                .put("detectors", object(detectors, DetectorKey::encode, ColumnSummary::tally))
                .build();
    }

    private static Json tally(Tally tally) {
        return JsonObject.builder()
                .put("cells", tally.cells())
                .put("hits", tally.hits())
                .build();
    }

    private static <K, V> JsonObject object(Map<K, V> map, Function<K, String> key, Function<V, Json> value) {
        JsonObject.Builder builder = JsonObject.builder();
        map.forEach((k, v) -> builder.put(key.apply(k), value.apply(v)));
        return builder.build();
    }

    public static ColumnSummary fromJson(JsonObject json) {
        ColumnSummary summary = new ColumnSummary();
        summary.cells(json.integer("cells"), json.integer("empty"), json.integer("bytes"));
        summary.nulls(json.integer("nulls"));
        summary.invalidUtf8(json.integer("invalidUtf8"));
        values(json.object("passing"), summary.passing);
        values(json.object("refused"), summary.refused);
        json.object("entities")
                .members()
                .forEach((key, value) ->
                        summary.entities.put(EntityKey.decode(key), EntitySummary.fromJson(value.asObject())));
        json.object("detectors").members().forEach((key, value) -> {
            JsonObject counts = value.asObject();
            Tally tally = new Tally(counts.integer("cells"), counts.integer("hits"));
            summary.detectors.put(DetectorKey.decode(key), tally);
        });
        return summary;
    }

    private static void values(JsonObject json, Map<String, DistinctCounter> into) {
        json.members().forEach((detector, state) -> into.put(detector, DistinctCounter.decode(state.asString())));
    }
}

package dev.assay.scan;

import dev.assay.format.ColumnSchema;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.provenance.ColumnOrigin;
import dev.assay.provenance.OriginRole;
import dev.assay.quality.ColumnQuality;
import dev.assay.summary.ColumnSummary;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One column over all files read so far: how it is stored, why parts of it hold nothing to look for, and what was found.
 * Files may disagree about a column's type; all are kept.
 */
public final class ColumnState {
    private final TreeSet<Type> types = new TreeSet<>();
    private final TreeMap<String, Long> notApplicable = new TreeMap<>();
    private final ColumnSummary summary = new ColumnSummary();
    private final ColumnQuality quality = new ColumnQuality();
    private @Nullable ColumnOrigin origin;

    /** One way the column is stored. */
    record Type(String physical, String logical, boolean nullable) implements Comparable<Type> {
        private static final Comparator<Type> ORDER = Comparator.comparing(Type::physical)
                .thenComparing(Type::logical)
                .thenComparing(Type::nullable);

        @Override
        public int compareTo(Type other) {
            return ORDER.compare(this, other);
        }

        Json toJson() {
            return JsonObject.builder()
                    .put("physical", physical)
                    .put("logical", logical)
                    .put("nullable", nullable)
                    .build();
        }

        static Type fromJson(JsonObject json) {
            return new Type(json.string("physical"), json.string("logical"), json.truth("nullable"));
        }
    }

    void schema(ColumnSchema schema) {
        types.add(new Type(schema.physical(), schema.logical(), schema.nullable()));
    }

    void notApplicable(String reason, long cells) {
        notApplicable.merge(reason, cells, Long::sum);
    }

    void merge(ColumnState other) {
        types.addAll(other.types);
        other.notApplicable.forEach(this::notApplicable);
        summary.merge(other.summary);
        quality.merge(other.quality);
        if (other.origin != null) {
            origin(other.origin.role()).merge(other.origin);
        }
    }

    /** The ways the files store it. */
    SortedSet<Type> types() {
        return Collections.unmodifiableSortedSet(types);
    }

    /** Why cells of this column were not scanned on purpose, and how many; empty if none were. */
    public SortedMap<String, Long> notApplicable() {
        return Collections.unmodifiableSortedMap(notApplicable);
    }

    public ColumnSummary summary() {
        return summary;
    }

    /** What its cells say of where rows came from, begun if need be. */
    ColumnOrigin origin(OriginRole role) {
        if (origin == null) {
            origin = new ColumnOrigin(role);
        }
        return origin;
    }

    /** What its cells say of where rows came from; empty if it is no column for that. */
    Optional<ColumnOrigin> origin() {
        return Optional.ofNullable(origin);
    }

    /** What its values look like. */
    public ColumnQuality quality() {
        return quality;
    }

    Json toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("types", types.stream().map(Type::toJson).toList())
                .put("notApplicable", JsonObject.ofCounts(notApplicable))
                .put("summary", summary.toJson())
                .put("quality", quality.toJson());
        if (origin != null) {
            json.put("origin", origin.toJson());
        }
        return json.build();
    }

    static ColumnState fromJson(JsonObject json) {
        ColumnState state = new ColumnState();
        state.types.addAll(json.array("types").objects(Type::fromJson));
        json.object("notApplicable").members().forEach((reason, cells) -> state.notApplicable(reason, cells.asLong()));
        state.summary.merge(ColumnSummary.fromJson(json.object("summary")));
        state.quality.merge(ColumnQuality.fromJson(json.object("quality")));
        json.findObject("origin").ifPresent(origin -> state.origin = ColumnOrigin.fromJson(origin));
        return state;
    }
}

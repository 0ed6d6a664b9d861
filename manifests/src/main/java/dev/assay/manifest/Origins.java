package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the scan itself found out about where the data came from. Compared with the card by policies, never mixed with it.
 *
 * @param comparedListing how the files compare with lists others made; null if the card names none
 * @param columns what columns say of where their rows came from, by path
 * @param markers cells whose text holds a licence marker, by SPDX identifier; the empty name stands for markers that name
 *     no licence for certain
 * @param childColumns paths of columns whose names speak of children
 * @param embeddedMetadata what files say of themselves; null if none can
 */
public record Origins(
        @Nullable ListedFiles comparedListing,
        List<OriginColumn> columns,
        SortedMap<String, Long> markers,
        List<String> childColumns,
        @Nullable EmbeddedMetadata embeddedMetadata) {
    /** Nothing was looked at. */
    public static final Origins NONE = new Origins(null, List.of(), new TreeMap<>(), List.of(), null);

    public Origins {
        columns = Order.sorted(columns, Order.by(OriginColumn::path), "columns");
        childColumns = Order.texts(childColumns, "childColumns");
        markers = Collections.unmodifiableSortedMap(new TreeMap<>(markers));
    }

    /** How the files compare with lists others made; empty if the card names none. */
    public Optional<ListedFiles> listing() {
        return Optional.ofNullable(comparedListing);
    }

    /** What files say of themselves; empty if none can. */
    public Optional<EmbeddedMetadata> embedded() {
        return Optional.ofNullable(embeddedMetadata);
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        if (comparedListing != null) {
            json.put("listing", comparedListing.toJson());
        }
        if (!columns.isEmpty()) {
            json.put("columns", columns.stream().map(OriginColumn::toJson).toList());
        }
        if (!markers.isEmpty()) {
            json.put("markers", JsonObject.ofCounts(markers));
        }
        if (!childColumns.isEmpty()) {
            json.putStrings("childColumns", childColumns);
        }
        if (embeddedMetadata != null) {
            json.put("embedded", embeddedMetadata.toJson());
        }
        return json.build();
    }

    static Origins fromJson(JsonObject json) {
        return new Origins(
                json.findObject("listing").map(ListedFiles::fromJson).orElse(null),
                json.find("columns").isPresent() ? json.array("columns").objects(OriginColumn::fromJson) : List.of(),
                json.findObject("markers").map(Origins::counts).orElse(new TreeMap<>()),
                json.find("childColumns")
                        .map(paths -> paths.asArray().strings())
                        .orElse(List.of()),
                json.findObject("embedded").map(EmbeddedMetadata::fromJson).orElse(null));
    }

    static SortedMap<String, Long> counts(JsonObject json) {
        TreeMap<String, Long> counts = new TreeMap<>();
        json.members().forEach((name, count) -> counts.put(name, count.asLong()));
        return counts;
    }
}

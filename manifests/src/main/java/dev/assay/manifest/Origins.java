package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the scan itself found out about where the data came from. Compared with the card by policies, never mixed with it.
 *
 * @param comparedListing how the files compare with lists others made; null if the card names none
 * @param columns what columns say of where their rows came from, by path
 */
public record Origins(@Nullable ListedFiles comparedListing, List<OriginColumn> columns) {
    /** Nothing was looked at. */
    public static final Origins NONE = new Origins(null, List.of());

    public Origins {
        columns = Order.sorted(columns, Order.by(OriginColumn::path), "columns");
    }

    /** With lists of files only. */
    public Origins(@Nullable ListedFiles comparedListing) {
        this(comparedListing, List.of());
    }

    /** How the files compare with lists others made; empty if the card names none. */
    public Optional<ListedFiles> listing() {
        return Optional.ofNullable(comparedListing);
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        if (comparedListing != null) {
            json.put("listing", comparedListing.toJson());
        }
        if (!columns.isEmpty()) {
            json.put("columns", columns.stream().map(OriginColumn::toJson).toList());
        }
        return json.build();
    }

    static Origins fromJson(JsonObject json) {
        return new Origins(
                json.findObject("listing").map(ListedFiles::fromJson).orElse(null),
                json.find("columns").isPresent() ? json.array("columns").objects(OriginColumn::fromJson) : List.of());
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the scan itself found out about where the data came from. Compared with the card by policies, never mixed with it.
 *
 * @param comparedListing how the files compare with lists others made; null if the card names none
 */
public record Origins(@Nullable ListedFiles comparedListing) {
    /** Nothing was looked at. */
    public static final Origins NONE = new Origins(null);

    /** How the files compare with lists others made; empty if the card names none. */
    public Optional<ListedFiles> listing() {
        return Optional.ofNullable(comparedListing);
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        if (comparedListing != null) {
            json.put("listing", comparedListing.toJson());
        }
        return json.build();
    }

    static Origins fromJson(JsonObject json) {
        return new Origins(json.findObject("listing").map(ListedFiles::fromJson).orElse(null));
    }
}

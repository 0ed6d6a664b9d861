package dev.assay.config;

import dev.assay.json.JsonObject;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A list of a dataset's files and their digests that somebody else made, such as {@code SHA256SUMS}. It is not scanned as
 * data, even if it lies among them.
 *
 * @param location where it lies: an absolute path of the local disk or a URI
 * @param base where the paths in it start, as the card says it; null for the directory it lies in
 * @param start the same as an absolute path or a URI
 */
public record DeclaredListing(String location, @Nullable String base, String start) {
    static DeclaredListing read(Section listing, Path directory) {
        String location =
                listing.require("location").get("location", "", stated -> Locations.resolve(directory, stated));
        String beside = location.substring(
                0, location.length() - Locations.lastName(location).length());
        return new DeclaredListing(
                location,
                listing.findText("base").orElse(null),
                listing.get("base", beside, stated -> Locations.resolve(directory, stated)));
    }

    /** Its file name. */
    public String name() {
        return Locations.lastName(location);
    }

    /** What does not change when dataset and list move together. */
    JsonObject toJson() {
        return JsonObject.builder()
                .put("name", name())
                .putIfPresent("base", base)
                .build();
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * What a scan found around the bytes: what their storage says, and what is on record of the datasets they were made from. True
 * of a place and a day, so it stands in scan statements and never in a manifest; policies judge it with the manifest.
 *
 * @param storage what the storage says
 * @param upstream the datasets that the card's sources name, in the card's order
 */
public record Surroundings(StorageFacts storage, List<Upstream> upstream) {
    /** Nothing was looked at. */
    public static final Surroundings NONE = new Surroundings(StorageFacts.NONE, List.of());

    public Surroundings {
        upstream = List.copyOf(upstream);
    }

    /** Adds them to the inputs of a scan statement; what is empty is left out. */
    public void addTo(JsonObject.Builder inputs) {
        if (storage.isTold()) {
            inputs.put("storage", storage.toJson());
        }
        if (!upstream.isEmpty()) {
            inputs.put("upstream", upstream.stream().map(Upstream::toJson).toList());
        }
    }

    /** Reads what {@link #addTo} adds; throws {@link dev.assay.json.JsonException} if it is something else. */
    public static Surroundings in(JsonObject inputs) {
        return new Surroundings(
                inputs.findObject("storage").map(StorageFacts::fromJson).orElse(StorageFacts.NONE),
                inputs.find("upstream")
                        .map(list -> list.asArray().objects(Upstream::fromJson))
                        .orElse(List.of()));
    }
}

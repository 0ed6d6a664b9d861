package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.Set;

/**
 * The part of a card anybody may see. A list of what is shown, not of what is hidden: a key that a later card has stays
 * inside until somebody decides otherwise. Confidentiality, geography and places are not on it, as the Data &amp; Trust
 * Alliance's security chapter warns.
 */
final class PublicCard {
    private static final Set<String> CARD =
            Set.of("schema", "id", "title", "description", "owner", "modality", "purposes", "format");
    private static final Set<String> SOURCE = Set.of(
            "id",
            "title",
            "version",
            "description",
            "kind",
            "issuer",
            "date",
            "generationPeriod",
            "generationMethod",
            "license",
            "intendedPurpose",
            "copyright");

    private PublicCard() {}

    static JsonObject of(JsonObject declared) {
        JsonObject.Builder card = JsonObject.builder();
        copy(declared, CARD, card);
        declared.find("sources")
                .ifPresent(sources -> card.put("sources", sources.asArray().objects(PublicCard::source)));
        return card.build();
    }

    private static JsonObject source(JsonObject declared) {
        JsonObject.Builder source = JsonObject.builder();
        copy(declared, SOURCE, source);
        return source.build();
    }

    private static void copy(JsonObject from, Set<String> keys, JsonObject.Builder to) {
        from.members().forEach((key, value) -> {
            if (keys.contains(key) && !(value instanceof Json.JsonNull)) {
                to.put(key, value);
            }
        });
    }
}

package dev.assay.manifest;

import dev.assay.config.DatasetCard;
import dev.assay.json.JsonObject;
import dev.assay.rights.EffectiveRights;
import java.util.List;

/**
 * Where the data came from and under which rights, as the card declares it, and what that comes to, and what the scan
 * found of it in the data.
 *
 * @param declared the card's facts as {@link DatasetCard#toJson()} gives them; what nobody declared is not there
 * @param origins what was found, which nobody declared
 */
public record Provenance(JsonObject declared, Origins origins) {
    /** Words of a card, with nothing found. */
    public Provenance(JsonObject declared) {
        this(declared, Origins.NONE);
    }

    public static Provenance of(DatasetCard card) {
        return new Provenance(card.toJson());
    }

    /** The same words, with what was found. */
    public Provenance with(Origins found) {
        return new Provenance(declared, found);
    }

    /** The card's digest. */
    public String cardSha256() {
        return declared.sha256();
    }

    /** The card's sources, in its order; none if it names none. */
    public List<JsonObject> declaredSources() {
        return declared.find("sources")
                .map(sources -> sources.asArray().objects(source -> source))
                .orElse(List.of());
    }

    /** A list of texts of the card's; empty if it is not declared. */
    public List<String> declaredTexts(String key) {
        return declared.find(key).map(texts -> texts.asArray().strings()).orElse(List.of());
    }

    /** The intersection of what all sources allow. */
    public EffectiveRights effectiveRights() {
        return EffectiveRights.of(declared);
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("cardSha256", cardSha256())
                .put("declared", declared)
                .put("effectiveRights", effectiveRights().toJson());
        if (!origins.equals(Origins.NONE)) {
            json.put("found", origins.toJson());
        }
        return json.build();
    }

    static Provenance fromJson(JsonObject json) {
        return new Provenance(
                json.object("declared"),
                json.findObject("found").map(Origins::fromJson).orElse(Origins.NONE));
    }
}

package dev.assay.manifest;

import dev.assay.config.DatasetCard;
import dev.assay.json.JsonObject;
import dev.assay.rights.EffectiveRights;

/**
 * Where the data came from and under which rights, as the card declares it, and what that comes to. Nothing here was
 * measured.
 *
 * @param declared the card's facts as {@link DatasetCard#toJson()} gives them; what nobody declared is not there
 */
public record Provenance(JsonObject declared) {
    public static Provenance of(DatasetCard card) {
        return new Provenance(card.toJson());
    }

    /** The card's digest. */
    public String cardSha256() {
        return declared.sha256();
    }

    /** The intersection of what all sources allow. */
    public EffectiveRights effectiveRights() {
        return EffectiveRights.of(declared);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("cardSha256", cardSha256())
                .put("declared", declared)
                .put("effectiveRights", effectiveRights().toJson())
                .build();
    }

    static Provenance fromJson(JsonObject json) {
        return new Provenance(json.object("declared"));
    }
}

package dev.assay.manifest;

import dev.assay.config.DatasetCard;
import dev.assay.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which dataset this is and who answers for it, as its card declares; null is undeclared.
 *
 * @param id name in the ledger: lower-case letters, digits, {@code .}, {@code _} and {@code -}, at most 100
 * @param title for people
 * @param owner who answers for it
 * @param steward who keeps it
 * @param custodian who runs the place it lies in
 * @param purposes what it may be used for, sorted
 * @param modality such as {@code text} or {@code tabular}
 * @param classification the organisation's own word, such as {@code confidential}
 */
public record DatasetIdentity(
        String id,
        @Nullable String title,
        @Nullable String owner,
        @Nullable String steward,
        @Nullable String custodian,
        @Nullable List<String> purposes,
        @Nullable String modality,
        @Nullable String classification) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9_-])?");

    public DatasetIdentity {
        requireId(id);
        purposes = purposes == null ? null : Order.texts(purposes, "dataset.purposes");
    }

    /** The id itself, or an exception that says how one is written. It is a directory name in a git repository. */
    public static String requireId(String id) {
        if (!ID.matcher(id).matches() || id.contains("..") || id.endsWith(".lock")) {
            throw new ManifestException("\"" + id + "\" is no dataset id; use lower-case letters, digits, \".\", \"_\""
                    + " and \"-\", at most 100, beginning with a letter or digit.");
        }
        return id;
    }

    /** What a card says; purposes named twice count once. */
    public static DatasetIdentity of(DatasetCard card) {
        List<String> purposes = card.purposes();
        return new DatasetIdentity(
                card.id(),
                card.title(),
                card.owner(),
                card.steward(),
                card.custodian(),
                purposes == null ? null : purposes.stream().distinct().toList(),
                card.modality(),
                card.classification());
    }

    JsonObject toJson(int version) {
        JsonObject.Builder json = JsonObject.builder()
                .put("id", id)
                .put("version", version)
                .putIfPresent("title", title)
                .putIfPresent("owner", owner)
                .putIfPresent("steward", steward)
                .putIfPresent("custodian", custodian)
                .putIfPresent("modality", modality)
                .putIfPresent("classification", classification);
        if (purposes != null) {
            json.putStrings("purposes", purposes);
        }
        return json.build();
    }

    static DatasetIdentity fromJson(JsonObject json) {
        return new DatasetIdentity(
                json.string("id"),
                json.findString("title").orElse(null),
                json.findString("owner").orElse(null),
                json.findString("steward").orElse(null),
                json.findString("custodian").orElse(null),
                json.find("purposes").map(values -> values.asArray().strings()).orElse(null),
                json.findString("modality").orElse(null),
                json.findString("classification").orElse(null));
    }
}

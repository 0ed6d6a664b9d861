package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * How much of an evaluation set is in the data.
 *
 * @param name by which the workspace knows the set
 * @param root Merkle root of its files, as {@code content.root} of a scan of it would be
 * @param method how texts were compared
 * @param items its rows
 * @param seen items of which the data hold at least one run of words, of those that have any to compare
 * @param mostlySeen items of which they hold half the runs or more
 */
public record Contamination(String name, String root, String method, long items, Share seen, Share mostlySeen) {
    public Contamination {
        Require.text(name, "quality.contamination.name");
        DigestField.require(root, "quality.contamination.root");
        Require.text(method, "quality.contamination.method");
        if (Require.count(items, "quality.contamination.items") < seen.of()
                || seen.of() != mostlySeen.of()
                || seen.count() < mostlySeen.count()) {
            throw new ManifestException("The counts of the evaluation set " + name + " contradict each other.");
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("name", name)
                .put("root", root)
                .put("method", method)
                .put("items", items)
                .put("seen", seen.toJson())
                .put("mostlySeen", mostlySeen.toJson())
                .build();
    }

    static Contamination fromJson(JsonObject json) {
        return new Contamination(
                json.string("name"),
                json.string("root"),
                json.string("method"),
                json.integer("items"),
                Share.fromJson(json.object("seen")),
                Share.fromJson(json.object("mostlySeen")));
    }
}

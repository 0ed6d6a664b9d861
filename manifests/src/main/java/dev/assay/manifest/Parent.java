package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * The version before this one.
 *
 * @param manifestSha256 digest of its manifest
 * @param version its number
 * @param root its Merkle root
 */
public record Parent(String manifestSha256, int version, String root) {
    public Parent {
        DigestField.require(manifestSha256, "parent.manifestSha256");
        DigestField.require(root, "parent.root");
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("manifestSha256", manifestSha256)
                .put("version", version)
                .put("root", root)
                .build();
    }

    static Parent fromJson(JsonObject json) {
        return new Parent(json.string("manifestSha256"), json.int32("version"), json.string("root"));
    }
}

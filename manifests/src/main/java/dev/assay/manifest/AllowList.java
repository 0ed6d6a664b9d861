package dev.assay.manifest;

import dev.assay.json.JsonObject;

/**
 * An entry of a policy's suppressions that the scan looked at every finding for. What it matched is counted apart;
 * whether that is set aside, and until when, is the policy's to say.
 *
 * @param id the entry's id
 * @param sha256 digest of its values, patterns and scope
 */
public record AllowList(String id, String sha256) {
    public AllowList {
        Require.text(id, "privacy.suppressions.id");
        DigestField.require(sha256, "privacy.suppressions.sha256");
    }

    JsonObject toJson() {
        return JsonObject.builder().put("id", id).put("sha256", sha256).build();
    }

    static AllowList fromJson(JsonObject json) {
        return new AllowList(json.string("id"), json.string("sha256"));
    }
}

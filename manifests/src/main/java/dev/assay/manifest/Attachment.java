package dev.assay.manifest;

import dev.assay.json.JsonObject;

/** A file next to the manifest, tied to it by digest. */
record Attachment(String path, String sha256) {
    JsonObject toJson() {
        return JsonObject.builder().put("path", path).put("sha256", sha256).build();
    }
}

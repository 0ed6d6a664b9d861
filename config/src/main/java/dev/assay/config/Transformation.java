package dev.assay.config;

import dev.assay.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A step that turned the sources into this dataset.
 *
 * @param codeSha256 digest of the code that ran
 * @param parametersSha256 digest of the settings it ran with
 */
public record Transformation(
        String name,
        @Nullable String description,
        @Nullable String codeSha256,
        @Nullable String parametersSha256) {
    static Transformation read(Section step) {
        return new Transformation(
                step.text("name"),
                step.findText("description").orElse(null),
                step.find("code-sha256", Values::sha256).orElse(null),
                step.find("parameters-sha256", Values::sha256).orElse(null));
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("name", name)
                .putIfPresent("description", description)
                .putIfPresent("codeSha256", codeSha256)
                .putIfPresent("parametersSha256", parametersSha256)
                .build();
    }
}

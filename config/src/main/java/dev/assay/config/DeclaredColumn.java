package dev.assay.config;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a card says about a column.
 *
 * @param path column path such as {@code messages[].content}
 * @param role what the column holds for the provenance of its row or the fairness of the set
 * @param license SPDX expression of its values
 * @param personalData kinds of personal data said to be in it
 */
public record DeclaredColumn(
        String path,
        @Nullable String description,
        @Nullable Role role,
        @Nullable String license,
        @Nullable List<DataClass> personalData) {

    /** What a column is for. */
    public enum Role {
        /** What a model learns from. */
        TEXT,
        /** The answer to be learnt. */
        LABEL,
        /** Identifies the row. */
        KEY,
        /** Names where the row came from. */
        SOURCE,
        URL,
        LICENSE,
        AUTHOR,
        TIMESTAMP,
        /** A trait people must not be judged by. */
        SENSITIVE,
        /** Stands in for such a trait, such as a postcode. */
        PROXY;

        /** The name in cards and manifests. */
        public String label() {
            return Values.label(this);
        }
    }

    public DeclaredColumn {
        personalData = Declared.copy(personalData);
    }

    static DeclaredColumn read(Section column) {
        return new DeclaredColumn(
                column.text("path"),
                column.findText("description").orElse(null),
                column.findChoice("role", Role.class).orElse(null),
                column.findText("license").orElse(null),
                column.findList("personal-data", DataClass::parsePersonal).orElse(null));
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("path", path)
                .putIfPresent("description", description)
                .putIfPresent("role", role == null ? null : role.label())
                .putIfPresent("license", license);
        Declared.list(json, "personalData", personalData, dataClass -> Json.of(dataClass.label()));
        return json.build();
    }
}

package dev.assay.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A name finder that a workspace brings along, trained by Apache OpenNLP. Its file is read further up; here it is a path.
 *
 * @param id unique among all detectors and models, kebab-case
 * @param file its {@code .bin} file
 * @param language ISO 639-1 code of the texts it reads
 * @param entities entity type by what the model calls it; empty if it calls types as they are called here
 * @param sha256 what its file must have, 64 hexadecimal digits; null if any will do
 * @param line of the settings it starts on
 * @param key where it stands in them, for complaints
 */
public record CustomModel(
        String id,
        Path file,
        String language,
        SortedMap<String, String> entities,
        @Nullable String sha256,
        int line,
        String key) {
    public CustomModel {
        entities = Collections.unmodifiableSortedMap(new TreeMap<>(entities));
    }

    static CustomModel read(Section model, Path home) {
        return new CustomModel(
                model.require("id").get("id", "unnamed", Names::parse),
                model.require("file").get("file", home, text -> Workspace.resolve(home, text)),
                model.require("language").text("language", ""),
                model.textMap("entities"),
                model.find("sha256", Values::sha256).orElse(null),
                model.line(),
                "detectors.models[" + (model.position() - 1) + "]");
    }
}

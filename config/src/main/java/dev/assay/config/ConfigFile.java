package dev.assay.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The three files a user writes, with what ships for each: a commented text to start from and a JSON Schema for editors. */
public enum ConfigFile {
    /** {@link Workspace}. */
    WORKSPACE("assay.yaml", "assay.yaml", "assay"),
    /** {@link DatasetCard}. */
    CARD("dataset.yaml", "dataset.yaml", "dataset"),
    /** {@link Policy}. */
    POLICY("policy.yaml", "default-policy.yaml", "policy");

    private final String fileName;
    private final String resource;
    private final String schema;

    ConfigFile(String fileName, String resource, String schema) {
        this.fileName = fileName;
        this.resource = resource;
        this.schema = schema;
    }

    /** The usual name, such as {@code assay.yaml}. */
    public String fileName() {
        return fileName;
    }

    /** A text that names every key with its meaning and reads as the defaults. */
    public String commentedText() {
        return text(resource);
    }

    /** The usual name of the schema, such as {@code assay.schema.json}. */
    public String schemaFileName() {
        return schema + ".schema.json";
    }

    /** JSON Schema, draft 2020-12. */
    public String schemaText() {
        return text("schemas/" + schemaFileName());
    }

    private static String text(String name) {
        try (InputStream in = ConfigFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The class path holds no dev/assay/config/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException("Cannot read " + name + " from the class path", trouble);
        }
    }
}

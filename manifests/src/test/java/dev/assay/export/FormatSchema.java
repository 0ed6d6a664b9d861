package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.statement.SharedVectors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;

/** A format's own JSON schema, as its library or its vectors carry it. Nothing is loaded from elsewhere. */
final class FormatSchema {
    private final Schema schema;

    private FormatSchema(Schema schema) {
        this.schema = schema;
    }

    /** From the class path. */
    static FormatSchema ofLibrary(String resource, SpecificationVersion draft) {
        try (InputStream in = FormatSchema.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            // OSCAL's schema writes "id": {"id": {…}} where it means "id": {…}.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll(
                            "\"(id|identifier|number|value)\"\\s*:\\s*[{]\\s*\"\\1\"\\s*:\\s*([{][^}]*[}])\\s*[}]",
                            "\"$1\":$2");
            return new FormatSchema(SchemaRegistry.withDefaultDialect(draft).getSchema(text, InputFormat.JSON));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /**
     * From the shared vectors; the test is skipped where they are absent.
     *
     * @param others schemas it refers to, by the name it refers to them by
     */
    static FormatSchema ofVectors(String path, SpecificationVersion draft, Map<String, String> others) {
        try {
            String text = Files.readString(SharedVectors.find(path));
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(draft, builder -> builder.schemas(others));
            return new FormatSchema(registry.getSchema(text, InputFormat.JSON));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    void accepts(byte[] json) {
        assertThat(schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON))
                .as("violations of the format's schema")
                .isEmpty();
    }

    void refuses(String json) {
        assertThat(schema.validate(json, InputFormat.JSON))
                .as("the schema can refuse something")
                .isNotEmpty();
    }
}

package dev.assay.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/configuration.md} say what the schemas say; {@code -Dgolden.update} rewrites them. */
class ConfigurationDocsTest {
    private static final Path DOCS = Path.of("docs/configuration.md");

    @Test
    void theTablesAreThoseOfTheSchemas() throws Exception {
        String docs = Files.readString(DOCS);
        String expected = docs;
        for (ConfigFile file : ConfigFile.values()) {
            Pattern block = Pattern.compile(
                    "(<!-- keys of " + Pattern.quote(file.schemaFileName()) + " -->\n).*?(<!-- end -->)",
                    Pattern.DOTALL);
            Matcher found = block.matcher(expected);
            assertThat(found.find()).as(file.schemaFileName()).isTrue();
            expected = found.replaceFirst("$1" + Matcher.quoteReplacement(table(file)) + "$2");
        }
        if (System.getProperty("golden.update") != null) {
            Files.writeString(DOCS, expected);
        } else {
            assertThat(docs).isEqualTo(expected);
        }
    }

    private static String table(ConfigFile file) {
        JsonObject schema = Json.parse(file.schemaText()).asObject();
        SortedSet<String> keys = new TreeSet<>();
        ConfigFileTest.keysOfSchema(schema, "", keys);
        return keys.stream()
                .map(key -> row(schema, key))
                .collect(Collectors.joining("", "\n| Key | Value | Default | Meaning |\n|---|---|---|---|\n", "\n"));
    }

    private static String row(JsonObject schema, String key) {
        JsonObject property = ConfigFileTest.property(schema, key);
        int dot = key.lastIndexOf('.');
        JsonObject parent = dot < 0 ? schema : ConfigFileTest.property(schema, key.substring(0, dot));
        boolean required = parent.find("required")
                .map(names -> names.asArray().strings().contains(key.substring(dot + 1)))
                .orElse(false);
        String fallback =
                property.find("default").map(ConfigurationDocsTest::shown).orElse("");
        return "| `" + key + "` | " + value(property) + " | " + (required ? "*required*" : fallback) + " | "
                + property.string("description").replace("|", "\\|") + " |\n";
    }

    private static String shown(Json value) {
        return "`" + value.canonical().replace("\"", "") + "`";
    }

    private static String value(JsonObject property) {
        if (property.find("enum").isPresent()) {
            return property.array("enum").values().stream()
                    .map(ConfigurationDocsTest::shown)
                    .collect(Collectors.joining(", "));
        }
        if (property.find("const").isPresent()) {
            return shown(property.get("const"));
        }
        if (property.find("anyOf").isPresent()) {
            return property.array("anyOf").objects(ConfigurationDocsTest::value).stream()
                    .collect(Collectors.joining(" or "));
        }
        String pattern = property.findString("pattern").orElse("");
        if (pattern.contains("MiB")) {
            return "size";
        }
        if (pattern.contains("ms|s")) {
            return "length of time";
        }
        return switch (type(property)) {
            case "object" -> "group";
            case "array" ->
                property.object("items").find("properties").isPresent() ? "list of groups" : listOf(property);
            case "string" -> property.find("format").isPresent() ? "date" : "text";
            case "integer" -> "whole number";
            case "number" -> property.find("maximum").isPresent() ? "share" : "decimal";
            default -> "`true` or `false`";
        };
    }

    private static String listOf(JsonObject property) {
        String element = value(property.object("items"));
        return element.equals("text") ? "list of texts" : "list of " + element;
    }

    /** The first of several types: what a person writes. */
    private static String type(JsonObject property) {
        Json type = property.get("type");
        return type instanceof JsonArray several
                ? List.copyOf(several.strings()).get(0)
                : type.asString();
    }
}

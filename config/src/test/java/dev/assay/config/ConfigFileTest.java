package dev.assay.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigFileTest {
    private static final Path HOME = Path.of("/work/space");
    private static final Pattern SHOWN_KEY = Pattern.compile("(?m)^( *)#(?=[a-z-])");

    @Test
    void theCommentedTextsReadAsTheDefaults() {
        Workspace workspace = asIs(ConfigFile.WORKSPACE).as(section -> Workspace.read(section, HOME));
        DatasetCard card = asIs(ConfigFile.CARD).as(ConfigFileTest::card);
        DatasetCard withoutKeys = YamlFile.withoutKeys("dataset.yaml").as(ConfigFileTest::card);
        Policy policy = asIs(ConfigFile.POLICY).as(Policy::read);

        assertThat(workspace).isEqualTo(Workspace.defaults(HOME));
        assertThat(card).isEqualTo(withoutKeys);
        assertThat(policy).isEqualTo(Policy.builtIn());
    }

    @Test
    void theSettingsShownInTheWorkspaceAreItsDefaultsButForTheExamples() {
        Workspace workspace = uncommented(ConfigFile.WORKSPACE).as(section -> Workspace.read(section, HOME));

        assertThat(workspace)
                .usingRecursiveComparison()
                .ignoringFields("detectors.custom", "detectors.models")
                .isEqualTo(Workspace.defaults(HOME));
        assertThat(workspace.detectors().custom())
                .as("an example, and no default")
                .singleElement()
                .satisfies(example -> assertThat(example.cases()).hasSize(2));
        assertThat(workspace.detectors().models())
                .as("an example, and no default")
                .singleElement()
                .satisfies(example -> assertThat(example.language()).isEqualTo("nl"));
    }

    @Test
    void theExamplesShownInTheCardAreValid() {
        DatasetCard card = uncommented(ConfigFile.CARD).as(ConfigFileTest::card);

        assertThat(card.id()).isEqualTo("support-chats");
        assertThat(card.source("help-desk")).isPresent();
    }

    /** The text names every key the reader asks for, and no other. */
    @ParameterizedTest
    @EnumSource(ConfigFile.class)
    void theCommentedTextShowsEveryKey(ConfigFile file) {
        SortedSet<String> shown = new TreeSet<>();
        YamlNode document = YamlParser.documents(file.fileName(), uncomment(file), new ArrayList<>())
                .get(0);
        keysOfText(document, "", shown);

        assertThat(shown).isEqualTo(keysOfReader(file));
    }

    @ParameterizedTest
    @EnumSource(ConfigFile.class)
    void schemaAndReaderNameTheSameKeys(ConfigFile file) {
        JsonObject schema = Json.parse(file.schemaText()).asObject();
        SortedSet<String> keys = new TreeSet<>();
        keysOfSchema(schema, "", keys);

        assertThat(schema.string("$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(keys).isEqualTo(keysOfReader(file));
    }

    @Test
    void schemaAndReaderNameTheSameChoices() {
        String schemas = Stream.of(ConfigFile.values())
                .map(ConfigFile::schemaText)
                .map(text -> Json.parse(text).canonical())
                .reduce("", String::concat);

        for (Class<? extends Enum<?>> choice : List.<Class<? extends Enum<?>>>of(
                DataClass.class, FindingClass.class, ConfidenceBand.class, Severity.class, DeclaredColumn.Role.class)) {
            String labels = Json.ofStrings(Stream.of(Objects.requireNonNull(choice.getEnumConstants()))
                            .map(Values::label)
                            .toList())
                    .canonical();
            assertThat(schemas).as(choice.getSimpleName()).contains("\"enum\":" + labels);
        }
    }

    @Test
    void theShownDefaultsOfTheSchemaAreThoseOfTheText() {
        JsonObject schema = Json.parse(ConfigFile.WORKSPACE.schemaText()).asObject();
        String text = ConfigFile.WORKSPACE.commentedText();
        SortedSet<String> keys = new TreeSet<>();
        keysOfSchema(schema, "", keys);
        int compared = 0;
        for (String key : keys) {
            JsonObject property = property(schema, key);
            if (property.find("default").isPresent()) {
                String value = property.get("default").canonical().replace("\"", "");
                String name = key.substring(key.lastIndexOf('.') + 1);
                assertThat(text).as(key).containsPattern("(?m)^ *#" + name + ": " + Pattern.quote(value) + "$");
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(12);
    }

    /** The rules of the built-in policy and those its text shows. */
    static List<Rule> everyRule() {
        // What excludes its neighbour stays out.
        String text = uncomment(ConfigFile.POLICY).replaceAll("(?m)^ +min-(bytes|rows): .*\\R", "");
        return YamlFile.of(ConfigFile.POLICY.fileName(), text.getBytes(StandardCharsets.UTF_8))
                .as(Policy::read)
                .rules();
    }

    private static DatasetCard card(Section section) {
        return DatasetCard.read(section, HOME.resolve("dataset.yaml"));
    }

    static Stream<String> resourceLines(String name) {
        try (InputStream in = ConfigFile.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** The part of a schema that describes a key such as {@code rules[].findings.max-rate}. */
    static JsonObject property(JsonObject schema, String key) {
        JsonObject at = schema;
        for (String step : key.split("\\.", -1)) {
            at = at.object("properties").object(step.replace("[]", ""));
            at = step.endsWith("[]") ? at.object("items") : at;
        }
        return at;
    }

    static void keysOfSchema(JsonObject schema, String prefix, SortedSet<String> keys) {
        schema.findObject("properties")
                .ifPresent(properties -> properties.members().forEach((name, value) -> {
                    String key = prefix.isEmpty() ? name : prefix + "." + name;
                    JsonObject property = value.asObject();
                    keys.add(key);
                    keysOfSchema(property, key, keys);
                    property.findObject("items").ifPresent(items -> keysOfSchema(items, key + "[]", keys));
                }));
    }

    private static void keysOfText(YamlNode node, String prefix, SortedSet<String> keys) {
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach((name, entry) -> {
                String key = prefix.isEmpty() ? name : prefix + "." + name;
                keys.add(key);
                keysOfText(entry.value(), key, keys);
            });
        } else if (node instanceof YamlNode.Sequence sequence) {
            sequence.values().forEach(value -> keysOfText(value, prefix + "[]", keys));
        }
    }

    /** Reads the full text, so that every optional group is opened, and asks the reader what it looked for. */
    private static SortedSet<String> keysOfReader(ConfigFile file) {
        YamlFile yaml = uncommented(file);
        switch (file) {
            case WORKSPACE -> Workspace.read(yaml.root(), HOME);
            case CARD -> card(yaml.root());
            case POLICY -> Policy.read(yaml.root());
        }
        return yaml.keys();
    }

    private static YamlFile asIs(ConfigFile file) {
        return YamlFile.of(file.fileName(), file.commentedText().getBytes(StandardCharsets.UTF_8));
    }

    private static YamlFile uncommented(ConfigFile file) {
        return YamlFile.of(file.fileName(), uncomment(file).getBytes(StandardCharsets.UTF_8));
    }

    private static String uncomment(ConfigFile file) {
        String text = SHOWN_KEY.matcher(file.commentedText()).replaceAll("$1");
        assertThat(text.toLowerCase(Locale.ROOT))
                .isNotEqualTo(file.commentedText().toLowerCase(Locale.ROOT));
        return text;
    }
}

package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.statement.SharedVectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CroissantExportTest extends ExportContract {
    @Override
    Export export() {
        return new CroissantExport();
    }

    @Override
    void check(List<byte[]> files, ExportInput input) {
        JsonObject json = Json.parse(files.get(0)).asObject();
        assertThat(problems(json)).isEmpty();
        assertThat(json.object("@context").string("dct")).isEqualTo("http://purl.org/dc/terms/");
        long read = input.files().stream().filter(file -> file.sha256() != null).count();
        assertThat(json.array("distribution").objects(part -> part.string("@type")).stream()
                        .filter("cr:FileObject"::equals))
                .hasSize((int) read);
    }

    /** The rules below judge published files as their authors named them, so they are worth something. */
    @Test
    void theRulesAgreeWithTheVectors() throws IOException {
        for (String valid : List.of(
                "1.1/huggingface-mnist-from-main-branch",
                "1.1/audio_test",
                "1.1/huggingface-wildchat",
                "1.0/simple-parquet",
                "1.0/huggingface-open-hermes")) {
            assertThat(problems(read("croissant/" + valid + "/metadata.json")))
                    .as(valid)
                    .isEmpty();
        }
        for (String invalid : List.of("distribution_missing_property_content_url", "mlfield_bad_type")) {
            assertThat(problems(read("croissant-invalid/1.0/" + invalid + "/metadata.json")))
                    .as(invalid)
                    .isNotEmpty();
        }
    }

    @Test
    void theContextKnowsEveryTermOfThePublishedOnes() throws IOException {
        JsonObject published = read("croissant/1.1/huggingface-mnist-from-main-branch/metadata.json")
                .object("@context");
        assertThat(CroissantContext.JSON.members()).containsAllEntriesOf(published.members());
    }

    @Test
    void saysWhatWasFoundAndWhatNot() throws Exception {
        assertThat(text(export().write(ExportExamples.rich(Profile.INTERNAL))))
                .contains("EMAIL_ADDRESS (contact, real): 5 hits", "\"datePublished\":\"2026-01-31\"")
                .contains("drift: There is no version before.", "\"version\":\"1.0.0\"", "\"license\":[\"CC-BY-4.0\"]");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> check(
                        List.of("{\"@type\":\"sc:Dataset\"}".getBytes(StandardCharsets.US_ASCII)),
                        ExportExamples.empty()));
    }

    private static JsonObject read(String vector) throws IOException {
        return Json.parse(Files.readAllBytes(SharedVectors.find(vector))).asObject();
    }

    /** What a reader of Croissant cannot do without. */
    private static List<String> problems(JsonObject json) {
        List<String> problems = new ArrayList<>();
        if (!json.findString("@type").orElse("").equals("sc:Dataset")) {
            problems.add("no dataset");
        }
        for (String key : List.of("@context", "name", "description", "conformsTo", "url", "distribution")) {
            if (json.find(key).isEmpty()) {
                problems.add("no " + key);
            }
        }
        Set<String> ids = new TreeSet<>();
        json.find("distribution")
                .ifPresent(parts -> parts.asArray().objects(part -> part).forEach(part -> {
                    part.findString("@id").ifPresentOrElse(ids::add, () -> problems.add("a file without id"));
                    boolean object = part.string("@type").equals("cr:FileObject");
                    for (String key : object
                            ? List.of("name", "contentUrl", "encodingFormat", "sha256")
                            : List.of("name", "encodingFormat", "includes")) {
                        if (part.find(key).isEmpty()
                                && !(key.equals("sha256") && part.find("md5").isPresent())) {
                            problems.add("a file without " + key);
                        }
                    }
                }));
        json.find("recordSet")
                .ifPresent(sets -> sets.asArray().objects(set -> set).forEach(set -> {
                    set.findString("@id").ifPresent(ids::add);
                    set.find("field")
                            .ifPresent(fields -> fields.asArray()
                                    .objects(field -> field)
                                    .forEach(field -> {
                                        boolean sourced = field.find("source").isPresent()
                                                || set.find("data").isPresent()
                                                || field.find("subField").isPresent()
                                                || field.find("value").isPresent();
                                        if (!field.findString("@type")
                                                .orElse("")
                                                .equals("cr:Field")) {
                                            problems.add("a field of another type");
                                        }
                                        if (!sourced) {
                                            problems.add("a field without source");
                                        }
                                        field.findObject("source")
                                                .flatMap(source -> source.findObject("fileSet")
                                                        .or(() -> source.findObject("fileObject")))
                                                .flatMap(place -> place.findString("@id"))
                                                .filter(id -> !ids.contains(id))
                                                .ifPresent(id -> problems.add("a field from nowhere: " + id));
                                    }));
                }));
        return problems;
    }
}

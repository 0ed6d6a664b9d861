package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.SchemaColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A <a href="https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html">Croissant 1.1</a> description with the
 * RAI vocabulary 1.0, as JSON-LD: files with their digests, one record set with the columns, and under {@code rai:} what was measured and
 * what the card declares. A file that was not wholly read has no digest and is left out.
 */
final class CroissantExport implements Export {
    private static final String FILES = "files";
    private static final String RECORDS = "records";

    @Override
    public String name() {
        return "croissant";
    }

    @Override
    public String title() {
        return "Croissant 1.1 with RAI 1.0";
    }

    @Override
    public String ending() {
        return "croissant.json";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        List<FileEntry> read =
                input.files().stream().filter(file -> file.sha256() != null).toList();
        List<Json> distribution = new ArrayList<>();
        read.forEach(file -> distribution.add(file(file)));
        if (!read.isEmpty()) {
            distribution.add(fileSet(read));
        }
        JsonObject.Builder json = JsonObject.builder()
                .put("@context", CroissantContext.JSON)
                .put("@type", "sc:Dataset")
                .put("name", input.dataset().id())
                .put("description", input.declared().findString("description").orElse(input.title()))
                .putStrings(
                        "conformsTo",
                        List.of("http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"))
                .put("url", "urn:sha256:" + input.manifest().sha256())
                .put("version", input.manifest().version() + ".0.0")
                .put("isLiveDataset", false)
                .put("distribution", distribution);
        input.scannedOn()
                .ifPresent(moment ->
                        json.put("sdDatePublished", Written.time(moment).substring(0, 10)));
        newest(DeclaredSources.texts(input, "date")).ifPresent(date -> json.put("datePublished", date));
        strings(json, "license", DeclaredSources.texts(input, "license"));
        strings(
                json,
                "keywords",
                Optional.ofNullable(input.dataset().purposes()).orElse(List.of()));
        if (input.dataset().owner() != null) {
            json.put(
                    "creator",
                    JsonObject.builder()
                            .put("@type", "sc:Organization")
                            .putIfPresent("name", input.dataset().owner())
                            .build());
        }
        if (!read.isEmpty() && !input.facts().content().schema().columns().isEmpty()) {
            json.put("recordSet", Json.of(List.of(records(input, read))));
        }
        responsible(input, json);
        return Written.json(json.build());
    }

    private static Optional<String> newest(List<String> dates) {
        return dates.stream().max(String::compareTo);
    }

    private static void strings(JsonObject.Builder json, String key, List<String> values) {
        if (!values.isEmpty()) {
            json.putStrings(key, values);
        }
    }

    private static JsonObject file(FileEntry file) {
        return JsonObject.builder()
                .put("@type", "cr:FileObject")
                .put("@id", file.path())
                .put("name", file.path())
                .put("contentUrl", Written.uri(file.path()))
                .put("contentSize", file.bytes() + " B")
                .put("encodingFormat", encoding(file.format()))
                .put("sha256", FileDigest.of(file))
                .build();
    }

    private static JsonObject fileSet(List<FileEntry> files) {
        return JsonObject.builder()
                .put("@type", "cr:FileSet")
                .put("@id", FILES)
                .put("name", FILES)
                .put("encodingFormat", encoding(files.get(0).format()))
                .putStrings("includes", files.stream().map(FileEntry::path).toList())
                .build();
    }

    private static String encoding(String format) {
        return switch (format) {
            case "parquet" -> "application/vnd.apache.parquet";
            case "jsonl" -> "application/jsonlines";
            case "json" -> "application/json";
            case "csv" -> "text/csv";
            case "tsv" -> "text/tab-separated-values";
            case "text" -> "text/plain";
            default -> "application/octet-stream";
        };
    }

    private static JsonObject records(ExportInput input, List<FileEntry> read) {
        Map<String, SchemaColumn> columns = new LinkedHashMap<>();
        input.facts().content().schema().columns().forEach(column -> columns.putIfAbsent(column.path(), column));
        boolean json = read.get(0).format().startsWith("json");
        return JsonObject.builder()
                .put("@type", "cr:RecordSet")
                .put("@id", RECORDS)
                .put("name", RECORDS)
                .put(
                        "field",
                        columns.values().stream()
                                .map(column -> field(column, json))
                                .toList())
                .build();
    }

    private static JsonObject field(SchemaColumn column, boolean json) {
        JsonObject extract = json
                ? JsonObject.builder().put("jsonPath", jsonPath(column.path())).build()
                : JsonObject.builder().put("column", column.path()).build();
        JsonObject.Builder field = JsonObject.builder()
                .put("@type", "cr:Field")
                .put("@id", RECORDS + "/" + column.path())
                .put("name", column.path())
                .put("dataType", dataType(column))
                .put(
                        "source",
                        JsonObject.builder()
                                .put(
                                        "fileSet",
                                        JsonObject.builder().put("@id", FILES).build())
                                .put("extract", extract)
                                .build());
        if (column.path().contains("[]")) {
            field.put("isArray", true).put("arrayShape", "-1");
        }
        return field.build();
    }

    private static String jsonPath(String path) {
        return "$." + path.replace("[]", "[*]");
    }

    private static String dataType(SchemaColumn column) {
        String type = (column.logical() + " " + column.physical()).toLowerCase(Locale.ROOT);
        if (type.contains("string") || type.contains("utf8") || type.contains("json") || type.contains("enum")) {
            return "sc:Text";
        }
        if (type.contains("date") || type.contains("timestamp")) {
            return "sc:Date";
        }
        if (type.contains("bool")) {
            return "sc:Boolean";
        }
        if (type.contains("decimal") || type.contains("float") || type.contains("double") || type.contains("number")) {
            return "sc:Float";
        }
        return type.contains("int") ? "sc:Integer" : "sc:Text";
    }

    private static void responsible(ExportInput input, JsonObject.Builder json) {
        strings(
                json,
                "rai:personalSensitiveInformation",
                input.found().stream()
                        .filter(FoundEntity::isPersonal)
                        .map(found -> found.label() + ": " + found.hits() + " hits")
                        .toList());
        List<String> limits = new ArrayList<>(input.facts().limits());
        input.facts().coverage().gaps().forEach(gap -> limits.add("Not read: " + gap));
        input.facts().statuses().stream()
                .filter(status -> !status.reason().isEmpty())
                .forEach(status -> limits.add(status.capability() + ": " + status.reason()));
        strings(json, "rai:dataLimitations", limits);
        strings(json, "rai:dataCollection", DeclaredSources.lists(input, "generationMethod"));
        strings(
                json,
                "rai:dataPreprocessingProtocol",
                DeclaredSources.named(input.declared().find("transformations"), "name"));
        strings(
                json,
                "rai:dataUseCases",
                Optional.ofNullable(input.dataset().purposes()).orElse(List.of()));
    }
}

package dev.assay.export;

import dev.assay.config.DataClass;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.FileEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An <a href="https://spdx.github.io/spdx-spec/v3.0.1/">SPDX 3.0.1</a> document of the dataset profile: package, files,
 * the declared licence. The concluded licence is "no assertion", because nobody has concluded one; so is sensitive personal
 * information where nothing was found, because finding nothing shows nothing.
 */
final class SpdxExport implements Export {
    private static final String CREATION = "_:creation";
    private static final String NO_LICENCE = "https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertionLicense";

    @Override
    public String name() {
        return "spdx";
    }

    @Override
    public String title() {
        return "SPDX 3.0.1 dataset package";
    }

    @Override
    public String ending() {
        return "spdx3.json";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        Instant created = input.scannedOn()
                .orElseThrow(
                        () -> new ExportException(
                                "An SPDX document has a time of creation, and no trusted scan statement gives one. Scan again."));
        String base = "https://spdx.org/spdxdocs/"
                + Written.uuid(input.manifest().sha256() + input.profile().label()) + "#";
        List<Json> graph = new ArrayList<>();
        graph.add(JsonObject.builder()
                .put("type", "CreationInfo")
                .put("@id", CREATION)
                .put("specVersion", "3.0.1")
                .put("created", Written.time(created))
                .putStrings("createdBy", List.of(base + "scanner"))
                .build());
        graph.add(element(base + "scanner", "SoftwareAgent")
                .put(
                        "name",
                        input.facts().scanner().name() + " "
                                + input.facts().scanner().version())
                .build());
        if (input.dataset().owner() != null) {
            graph.add(element(base + "owner", "Organization")
                    .putIfPresent("name", input.dataset().owner())
                    .build());
        }
        graph.add(dataset(input, base));
        files(input, base, graph);
        licences(input, base, graph);
        graph.add(document(input, base, graph));
        return Written.json(JsonObject.builder()
                .put("@context", "https://spdx.org/rdf/3.0.1/spdx-context.jsonld")
                .put("@graph", graph)
                .build());
    }

    private static JsonObject.Builder element(String id, String type) {
        return JsonObject.builder().put("spdxId", id).put("type", type).put("creationInfo", CREATION);
    }

    private static JsonObject dataset(ExportInput input, String base) {
        JsonObject.Builder dataset = element(base + "dataset", "dataset_DatasetPackage")
                .put("name", input.title())
                .put("software_packageVersion", String.valueOf(input.manifest().version()))
                .put("software_primaryPurpose", "data")
                .putStrings("dataset_datasetType", List.of(type(input)))
                .put("dataset_datasetSize", input.facts().content().bytes())
                .put("dataset_hasSensitivePersonalInformation", sensitive(input))
                .put(
                        "comment",
                        "Manifest " + input.manifest().sha256() + ", content root "
                                + input.facts().content().root() + " (RFC 6962, SHA-256).")
                .putIfPresent(
                        "description",
                        input.declared().findString("description").orElse(null));
        if (input.dataset().owner() != null) {
            dataset.putStrings("originatedBy", List.of(base + "owner"));
        }
        List<String> purposes = input.dataset().purposes();
        if (purposes != null && !purposes.isEmpty()) {
            dataset.put("dataset_intendedUse", String.join(", ", purposes));
        }
        List<String> methods = DeclaredSources.lists(input, "generationMethod");
        if (!methods.isEmpty()) {
            dataset.put("dataset_dataCollectionProcess", String.join(", ", methods));
        }
        List<String> steps = DeclaredSources.named(input.declared().find("transformations"), "name");
        if (!steps.isEmpty()) {
            dataset.putStrings("dataset_dataPreprocessing", steps);
        }
        return dataset.build();
    }

    private static String type(ExportInput input) {
        String modality = input.dataset().modality();
        if (modality == null) {
            return "noAssertion";
        }
        return switch (modality) {
            case "text", "chat" -> "text";
            case "tabular" -> "structured";
            case "audio", "image", "video", "graph", "timeseries", "sensor" -> modality;
            default -> "other";
        };
    }

    private static String sensitive(ExportInput input) {
        boolean found = input.found().stream()
                .anyMatch(entity -> entity.isReal()
                        && (entity.type().dataClass() == DataClass.SPECIAL_CATEGORY
                                || entity.type().dataClass() == DataClass.HEALTH));
        return found ? "yes" : "noAssertion";
    }

    private static void files(ExportInput input, String base, List<Json> graph) {
        List<String> contained = new ArrayList<>();
        for (FileEntry file : input.files()) {
            if (file.sha256() != null) {
                String id = base + "file-" + Written.uri(file.path()).replace("/", "%2F");
                JsonObject hash = JsonObject.builder()
                        .put("type", "Hash")
                        .put("algorithm", "sha256")
                        .put("hashValue", FileDigest.of(file))
                        .build();
                graph.add(element(id, "software_File")
                        .put("name", file.path())
                        .put("software_primaryPurpose", "data")
                        .put("verifiedUsing", Json.of(List.of(hash)))
                        .build());
                contained.add(id);
            }
        }
        if (!contained.isEmpty()) {
            graph.add(relationship(base, "contains", contained));
        }
    }

    private static void licences(ExportInput input, String base, List<Json> graph) {
        List<String> declared = DeclaredSources.texts(input, "license");
        if (declared.isEmpty()) {
            graph.add(relationship(base, "hasDeclaredLicense", List.of(NO_LICENCE)));
        } else {
            String id = base + "declared-license";
            graph.add(element(id, "simplelicensing_LicenseExpression")
                    .put("simplelicensing_licenseExpression", String.join(" AND ", declared))
                    .build());
            graph.add(relationship(base, "hasDeclaredLicense", List.of(id)));
        }
        graph.add(relationship(base, "hasConcludedLicense", List.of(NO_LICENCE)));
    }

    private static JsonObject relationship(String base, String type, List<String> to) {
        return element(base + "relationship-" + type, "Relationship")
                .put("from", base + "dataset")
                .put("relationshipType", type)
                .putStrings("to", to)
                .build();
    }

    private static JsonObject document(ExportInput input, String base, List<Json> graph) {
        List<String> elements = graph.stream()
                .flatMap(json -> json.asObject().findString("spdxId").stream())
                .toList();
        return element(base + "document", "SpdxDocument")
                .put("name", input.name())
                .putStrings("profileConformance", List.of("core", "dataset", "simpleLicensing", "software"))
                .putStrings("rootElement", List.of(base + "dataset"))
                .putStrings("element", elements)
                .build();
    }
}

package dev.assay.export;

import dev.assay.config.controls.Framework;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.FileEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A <a href="https://cyclonedx.org/docs/1.7/json/">CycloneDX 1.7</a> bill of one data component with its files, and as
 * declarations the evidence it gives for controls. No conformance is scored: that is for an assessor.
 */
final class CycloneDxExport implements Export {
    private static final String SCHEMA = "http://cyclonedx.org/schema/bom-1.7.schema.json";
    private static final String COMPONENT = "dataset";
    private static final String ASSESSOR = "scanner";

    @Override
    public String name() {
        return "cyclonedx";
    }

    @Override
    public String title() {
        return "CycloneDX 1.7 data component with declarations";
    }

    @Override
    public String ending() {
        return "cdx.json";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        List<EvidenceItem> items = EvidenceItem.of(input);
        return Written.json(JsonObject.builder()
                .put("$schema", SCHEMA)
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.7")
                .put(
                        "serialNumber",
                        "urn:uuid:"
                                + Written.uuid(input.manifest().sha256()
                                        + input.profile().label()))
                .put("version", 1)
                .put("metadata", metadata(input))
                .put("components", Json.of(List.of(component(input))))
                .put("declarations", declarations(input, items))
                .put(
                        "definitions",
                        JsonObject.builder().put("standards", standards(items)).build())
                .build());
    }

    private static JsonObject metadata(ExportInput input) {
        var scanner = input.facts().scanner();
        JsonObject tool = JsonObject.builder()
                .put("type", "application")
                .put("name", scanner.name())
                .put("version", scanner.version())
                .put("hashes", hashes(scanner.artifactSha256()))
                .build();
        JsonObject.Builder metadata = JsonObject.builder()
                .put(
                        "tools",
                        JsonObject.builder()
                                .put("components", Json.of(List.of(tool)))
                                .build());
        input.scannedOn().ifPresent(moment -> metadata.put("timestamp", Written.time(moment)));
        return metadata.build();
    }

    private static Json hashes(String sha256) {
        return Json.of(List.of(JsonObject.builder()
                .put("alg", "SHA-256")
                .put("content", sha256)
                .build()));
    }

    private static JsonObject component(ExportInput input) {
        JsonObject.Builder component = JsonObject.builder()
                .put("type", "data")
                .put("bom-ref", COMPONENT)
                .put("name", input.dataset().id())
                .put("version", String.valueOf(input.manifest().version()))
                .put("description", description(input))
                .put(
                        "properties",
                        Json.of(List.of(
                                property(
                                        "assay:manifestSha256", input.manifest().sha256()),
                                property(
                                        "assay:contentRoot",
                                        input.facts().content().root()),
                                property(
                                        "assay:outcome",
                                        input.decision().outcome().label()))))
                .put("data", Json.of(List.of(data(input))))
                .put(
                        "components",
                        input.files().stream()
                                .filter(file -> file.sha256() != null)
                                .map(CycloneDxExport::file)
                                .toList());
        List<String> licences = DeclaredSources.texts(input, "license");
        if (!licences.isEmpty()) {
            component.put(
                    "licenses", licences.stream().map(CycloneDxExport::licence).toList());
        }
        return component.build();
    }

    private static String description(ExportInput input) {
        return input.declared().findString("description").orElse(input.title());
    }

    private static JsonObject property(String name, String value) {
        return JsonObject.builder().put("name", name).put("value", value).build();
    }

    /** By name, since nobody has checked that the declared text is an identifier of SPDX. */
    private static JsonObject licence(String declared) {
        return JsonObject.builder()
                .put(
                        "license",
                        JsonObject.builder()
                                .put("name", declared)
                                .put("acknowledgement", "declared")
                                .build())
                .build();
    }

    private static JsonObject file(FileEntry file) {
        return JsonObject.builder()
                .put("type", "file")
                .put("name", file.path())
                .put("hashes", hashes(FileDigest.of(file)))
                .build();
    }

    private static JsonObject data(ExportInput input) {
        JsonObject.Builder data = JsonObject.builder()
                .put("type", "dataset")
                .put("name", input.title())
                .put("governance", governance(input))
                .putStrings(
                        "sensitiveData",
                        input.found().stream()
                                .filter(FoundEntity::isPersonal)
                                .map(FoundEntity::label)
                                .distinct()
                                .toList())
                .putIfPresent("classification", input.classification());
        return data.build();
    }

    private static JsonObject governance(ExportInput input) {
        JsonObject.Builder governance = JsonObject.builder();
        party(governance, "owners", input.dataset().owner());
        if (!input.isPublic()) {
            party(governance, "stewards", input.dataset().steward());
            party(governance, "custodians", input.dataset().custodian());
        }
        return governance.build();
    }

    private static void party(JsonObject.Builder governance, String key, @Nullable String name) {
        if (name != null) {
            JsonObject organization = JsonObject.builder().put("name", name).build();
            governance.put(
                    key,
                    Json.of(List.of(JsonObject.builder()
                            .put("organization", organization)
                            .build())));
        }
    }

    private static JsonObject declarations(ExportInput input, List<EvidenceItem> items) {
        JsonObject assessor = JsonObject.builder()
                .put("bom-ref", ASSESSOR)
                .put("thirdParty", false)
                .put(
                        "organization",
                        JsonObject.builder()
                                .put("name", input.facts().scanner().name())
                                .build())
                .build();
        JsonObject attestation = JsonObject.builder()
                .put("summary", "What the record supports. Whether a control is met is for an assessor to say.")
                .put("assessor", ASSESSOR)
                .put("map", items.stream().map(CycloneDxExport::mapped).toList())
                .build();
        return JsonObject.builder()
                .put("assessors", Json.of(List.of(assessor)))
                .put("attestations", Json.of(List.of(attestation)))
                .put("claims", items.stream().map(CycloneDxExport::claim).toList())
                .put("evidence", items.stream().map(CycloneDxExport::evidence).toList())
                .build();
    }

    private static JsonObject mapped(EvidenceItem item) {
        return JsonObject.builder()
                .put("requirement", item.id())
                .putStrings("claims", List.of("claim:" + item.id()))
                .build();
    }

    private static JsonObject claim(EvidenceItem item) {
        return JsonObject.builder()
                .put("bom-ref", "claim:" + item.id())
                .put("target", COMPONENT)
                .put("predicate", item.control().relevance())
                .put(
                        "reasoning",
                        item.control().strength().label() + "; counts when: "
                                + item.control().condition() + "; cannot show: "
                                + item.control().cannotShow())
                .putStrings("evidence", List.of("evidence:" + item.id()))
                .build();
    }

    private static JsonObject evidence(EvidenceItem item) {
        List<Json> data = new ArrayList<>();
        item.artefacts()
                .forEach((name, sha256) -> data.add(JsonObject.builder()
                        .put("name", name)
                        .put(
                                "contents",
                                JsonObject.builder()
                                        .put("url", "urn:sha256:" + sha256)
                                        .build())
                        .build()));
        JsonObject.Builder evidence = JsonObject.builder()
                .put("bom-ref", "evidence:" + item.id())
                .put("description", item.control().relevance())
                .put("data", data)
                .put("author", JsonObject.builder().put("name", item.source()).build());
        if (item.collected() != null) {
            evidence.put("created", item.time());
        }
        if (!item.reviewers().isEmpty()) {
            evidence.put(
                    "reviewer",
                    JsonObject.builder().put("name", item.reviewer()).build());
        }
        return evidence.build();
    }

    private static List<JsonObject> standards(List<EvidenceItem> items) {
        Set<Framework> frameworks = new LinkedHashSet<>();
        items.forEach(item -> frameworks.add(item.framework()));
        return frameworks.stream()
                .map(framework -> JsonObject.builder()
                        .put("bom-ref", framework.id())
                        .put("name", framework.title())
                        .put(
                                "requirements",
                                items.stream()
                                        .filter(item -> item.framework().equals(framework))
                                        .map(item -> JsonObject.builder()
                                                .put("bom-ref", item.id())
                                                .put(
                                                        "identifier",
                                                        item.control().id())
                                                .put("title", item.control().about())
                                                .build())
                                        .toList())
                        .build())
                .toList();
    }
}

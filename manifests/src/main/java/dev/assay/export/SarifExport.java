package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FindingSample;
import dev.assay.policy.Outcome;
import dev.assay.policy.RuleResult;
import dev.assay.policy.SuppressionResult;
import dev.assay.statement.ScanPredicate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>: one result for each rule,
 * and one, of kind informational, for each entity type, class and column something was found in. A column is a logical
 * location; files come from the masked samples. Fingerprints hold no version, so that a viewer can follow a result from one version to the
 * next.
 */
final class SarifExport implements Export {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public String title() {
        return "SARIF 2.1.0";
    }

    @Override
    public String ending() {
        return "sarif.json";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        List<Json> results = new ArrayList<>();
        input.results().forEach(result -> results.add(rule(input, result)));
        input.found().forEach(found -> results.add(found(input, found)));
        JsonObject run = JsonObject.builder()
                .put("tool", JsonObject.builder().put("driver", driver(input)).build())
                .put(
                        "automationDetails",
                        JsonObject.builder()
                                .put(
                                        "id",
                                        input.dataset().id() + "/"
                                                + input.manifest().version())
                                .put("guid", Written.uuid(input.manifest().sha256()))
                                .build())
                .put("invocations", Json.of(List.of(invocation(input))))
                .put(
                        "artifacts",
                        input.files().stream().map(SarifExport::artifact).toList())
                .put("columnKind", "unicodeCodePoints")
                .put("results", results)
                .put("properties", properties(input))
                .build();
        return Written.json(JsonObject.builder()
                .put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .put("runs", Json.of(List.of(run)))
                .build());
    }

    private static JsonObject properties(ExportInput input) {
        return JsonObject.builder()
                .put("dataset", input.name())
                .put("manifestSha256", input.manifest().sha256())
                .put("contentRoot", input.facts().content().root())
                .put("outcome", input.decision().outcome().label())
                .put("policySha256", input.decision().policySha256())
                .build();
    }

    private static JsonObject driver(ExportInput input) {
        List<Json> rules = new ArrayList<>();
        input.results().forEach(result -> rules.add(descriptor(result.rule(), result.expected())));
        TreeSet<String> types = new TreeSet<>();
        input.found().forEach(found -> types.add(found.type().name()));
        types.forEach(type -> rules.add(descriptor(foundRule(type), "Where values of type " + type + " were found.")));
        return JsonObject.builder()
                .put("name", input.facts().scanner().name())
                .put("version", input.facts().scanner().version())
                .put("informationUri", "https://assay.dev/")
                .put("rules", rules)
                .build();
    }

    private static JsonObject descriptor(String id, String text) {
        return JsonObject.builder()
                .put("id", id)
                .put("shortDescription", message(text.isBlank() ? id : text))
                .build();
    }

    private static String foundRule(String type) {
        return "found/" + type;
    }

    private static JsonObject message(String text) {
        return JsonObject.builder().put("text", text).build();
    }

    private static JsonObject invocation(ExportInput input) {
        JsonObject.Builder json = JsonObject.builder()
                .put("executionSuccessful", input.facts().coverage().complete());
        input.scan()
                .map(ScanPredicate::run)
                .ifPresent(run -> json.put("startTimeUtc", Written.time(run.startedOn()))
                        .put("endTimeUtc", Written.time(run.finishedOn())));
        if (!input.isPublic() && !input.facts().coverage().gaps().isEmpty()) {
            json.put(
                    "toolExecutionNotifications",
                    input.facts().coverage().gaps().stream()
                            .map(gap -> JsonObject.builder()
                                    .put("level", "warning")
                                    .put("message", message("Not read: " + gap))
                                    .build())
                            .toList());
        }
        return json.build();
    }

    private static JsonObject artifact(FileEntry file) {
        JsonObject.Builder json =
                JsonObject.builder().put("location", location(file.path())).put("length", file.bytes());
        if (file.sha256() != null) {
            json.put(
                    "hashes", JsonObject.builder().put("sha-256", file.sha256()).build());
        }
        return json.build();
    }

    private static JsonObject location(String path) {
        return JsonObject.builder().put("uri", Written.uri(path)).build();
    }

    private static JsonObject rule(ExportInput input, RuleResult result) {
        boolean met = result.outcome() == Outcome.PASS;
        String text = met ? "Met." : "Not met: " + result.outcome().label() + ".";
        String detail = result.reason().isBlank() ? "" : " " + result.reason();
        return JsonObject.builder()
                .put("ruleId", result.rule())
                .put("kind", met ? "pass" : "fail")
                .put("level", level(result.outcome()))
                .put("suppressions", suppressions(input, result))
                .put("message", message(text + detail))
                .put("partialFingerprints", fingerprint(input, List.of("rule", result.rule())))
                .put("locations", Json.of(List.of(logical(input.dataset().id(), "dataset"))))
                .put(
                        "properties",
                        JsonObject.builder()
                                .put("expected", result.expected())
                                .put("actual", result.actual())
                                .put("outcome", result.outcome().label())
                                .build())
                .build();
    }

    private static String level(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "none";
            case WARN -> "note";
            case NEEDS_APPROVAL -> "warning";
            case FAIL -> "error";
        };
    }

    private static JsonObject logical(String name, String kind) {
        return JsonObject.builder()
                .put(
                        "logicalLocations",
                        Json.of(List.of(JsonObject.builder()
                                .put("fullyQualifiedName", name)
                                .put("kind", kind)
                                .build())))
                .build();
    }

    private static JsonObject found(ExportInput input, FoundEntity found) {
        String column = found.column();
        String where = column == null ? input.dataset().id() : column;
        List<Json> locations = new ArrayList<>();
        locations.add(logical(where, column == null ? "dataset" : "column"));
        input.samples().stream()
                .filter(sample -> isOf(sample, found))
                .map(FindingSample::file)
                .distinct()
                .forEach(file -> locations.add(physical(file)));
        return JsonObject.builder()
                .put("ruleId", foundRule(found.type().name()))
                .put("kind", "informational")
                .put("level", "none")
                .put(
                        "message",
                        message(found.label() + ": " + found.hits() + " hits in " + found.cellsText() + " cells."))
                .put("suppressions", suppressions(input, found))
                .put("partialFingerprints", fingerprint(input, identity(input, found, where)))
                .put("locations", locations)
                .build();
    }

    /** A waiver in force; the standard asks that no result leave the list out if one has it. */
    private static List<Json> suppressions(ExportInput input, RuleResult result) {
        return input.isWaived(result) ? List.of(accepted(String.join("; ", input.waivers(result)))) : List.of();
    }

    private static List<Json> suppressions(ExportInput input, FoundEntity found) {
        SuppressionResult setAside = found.setAside();
        return setAside == null ? List.of() : List.of(accepted(input.isPublic() ? "" : setAside.sentence()));
    }

    private static Json accepted(String justification) {
        JsonObject.Builder json = JsonObject.builder().put("kind", "external").put("status", "accepted");
        if (!justification.isBlank()) {
            json.put("justification", justification);
        }
        return json.build();
    }

    /** The suppression's name is part of it only where there is one. */
    private static List<String> identity(ExportInput input, FoundEntity found, String where) {
        List<String> parts = new ArrayList<>(
                List.of(foundRule(found.type().name()), found.findingClass().label(), where));
        SuppressionResult setAside = found.setAside();
        if (setAside != null) {
            parts.add(input.isPublic() ? "suppressed" : setAside.id());
        }
        return parts;
    }

    private static boolean isOf(FindingSample sample, FoundEntity found) {
        return sample.entity().equals(found.type().name())
                && sample.findingClass() == found.findingClass()
                && sample.column().equals(found.column())
                && found.lists().contains(sample.suppression());
    }

    private static JsonObject physical(String file) {
        return JsonObject.builder()
                .put(
                        "physicalLocation",
                        JsonObject.builder()
                                .put("artifactLocation", location(file))
                                .build())
                .build();
    }

    private static JsonObject fingerprint(ExportInput input, List<String> parts) {
        List<Json> all = new ArrayList<>();
        all.add(Json.of(input.dataset().id()));
        for (String part : parts) {
            all.add(Json.of(part));
        }
        return JsonObject.builder()
                .put("assay/v1", Sha256.hex(Json.of(all).canonicalBytes()))
                .build();
    }
}

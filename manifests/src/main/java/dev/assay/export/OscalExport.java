package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.policy.RuleResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * <a href="https://pages.nist.gov/OSCAL/resources/concepts/layer/assessment/assessment-results/">OSCAL assessment
 * results</a>: one observation for each rule and one for each control the record supports. There are no findings: a finding says
 * whether a control is met, in a field that knows only two words, and saying so is the assessor's part.
 */
final class OscalExport implements Export {
    private static final String VERSION = "1.1.3";

    @Override
    public String name() {
        return "oscal";
    }

    @Override
    public String title() {
        return "OSCAL " + VERSION + " assessment results, observations only";
    }

    @Override
    public String ending() {
        return "oscal-ar.json";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        Instant collected = input.scannedOn()
                .orElseThrow(() -> new ExportException(
                        "An observation has a time, and no trusted scan statement gives one. Scan again."));
        String time = Written.time(collected);
        String seed = input.manifest().sha256() + input.profile().label();
        List<EvidenceItem> items = EvidenceItem.of(input);
        Map<String, String> resources = resources(input, items);
        JsonObject metadata = JsonObject.builder()
                .put("title", "Scan of " + input.name())
                .put("last-modified", time)
                .put("version", String.valueOf(input.manifest().version()))
                .put("oscal-version", VERSION)
                .put(
                        "remarks",
                        "Observations of a dataset scan. They support controls; whether a control is met is the assessor's"
                                + " to say, so there are no findings.")
                .build();
        JsonObject results = JsonObject.builder()
                .put("uuid", Written.uuid("oscal" + seed))
                .put("metadata", metadata)
                .put(
                        "import-ap",
                        JsonObject.builder()
                                .put("href", "#" + resource(seed, "policy"))
                                .put("remarks", "The policy stands for the assessment plan.")
                                .build())
                .put("results", Json.of(List.of(result(input, items, time, seed))))
                .put(
                        "back-matter",
                        JsonObject.builder()
                                .put(
                                        "resources",
                                        resources.entrySet().stream()
                                                .map(entry -> resource(seed, entry.getKey(), entry.getValue()))
                                                .toList())
                                .build())
                .build();
        return Written.json(
                JsonObject.builder().put("assessment-results", results).build());
    }

    private static Map<String, String> resources(ExportInput input, List<EvidenceItem> items) {
        Map<String, String> resources = new LinkedHashMap<>();
        resources.put("policy", input.decision().policySha256());
        resources.put("manifest.json", input.manifest().sha256());
        items.forEach(item -> resources.putAll(item.artefacts()));
        return resources;
    }

    private static String resource(String seed, String name) {
        return Written.uuid("oscal-resource " + name + seed);
    }

    private static JsonObject resource(String seed, String name, String sha256) {
        return JsonObject.builder()
                .put("uuid", resource(seed, name))
                .put("title", name)
                .put(
                        "rlinks",
                        Json.of(List.of(JsonObject.builder()
                                .put("href", "urn:sha256:" + sha256)
                                .put(
                                        "hashes",
                                        Json.of(List.of(JsonObject.builder()
                                                .put("algorithm", "SHA-256")
                                                .put("value", sha256)
                                                .build())))
                                .build())))
                .build();
    }

    private static JsonObject result(ExportInput input, List<EvidenceItem> items, String time, String seed) {
        List<Json> observations = new ArrayList<>();
        input.results().forEach(rule -> observations.add(observation(rule, time, seed)));
        items.forEach(item -> observations.add(observation(item, time, seed)));
        return JsonObject.builder()
                .put("uuid", Written.uuid("oscal-result" + seed))
                .put("title", "Record of " + input.name())
                .put(
                        "description",
                        "What a scan established about the dataset's exact bytes, judged by policy "
                                + input.decision().policyId() + ".")
                .put("start", time)
                .put("end", time)
                .put(
                        "reviewed-controls",
                        JsonObject.builder()
                                .put("control-selections", Json.of(List.of(selection(items))))
                                .build())
                .put("observations", observations)
                .build();
    }

    /** The controls there are observations for; none is named where there are none. */
    private static JsonObject selection(List<EvidenceItem> items) {
        Set<Json> controls = new LinkedHashSet<>();
        items.forEach(item ->
                controls.add(JsonObject.builder().put("control-id", token(item)).build()));
        return controls.isEmpty()
                ? JsonObject.builder()
                        .put("description", "No control: the record lacks evidence.")
                        .build()
                : JsonObject.builder()
                        .put("include-controls", List.copyOf(controls))
                        .build();
    }

    /** The identifier as OSCAL's tokens allow it, such as {@code gdpr_5.1.a} for GDPR 5(1)(a). */
    private static String token(EvidenceItem item) {
        StringBuilder token = new StringBuilder(item.framework().id()).append('_');
        for (char c : item.control().id().toCharArray()) {
            if (Character.isLetterOrDigit(c) || c == '.') {
                token.append(c);
            } else if (c == '(' || c == ' ') {
                token.append('.');
            }
        }
        return token.toString();
    }

    private static JsonObject observation(RuleResult rule, String time, String seed) {
        String reason = rule.reason().isBlank() ? "" : " " + rule.reason();
        return JsonObject.builder()
                .put("uuid", Written.uuid("oscal-rule " + rule.rule() + seed))
                .put("title", OneLine.of(rule.rule()))
                .put(
                        "description",
                        "Rule " + rule.rule() + ": " + rule.outcome().label() + "." + reason)
                .putStrings("methods", List.of("TEST"))
                .put("props", Json.of(List.of(property("outcome", rule.outcome().label()))))
                .put("relevant-evidence", Json.of(List.of(evidence(seed, "manifest.json"))))
                .put("collected", time)
                .build();
    }

    private static JsonObject observation(EvidenceItem item, String time, String seed) {
        return JsonObject.builder()
                .put("uuid", Written.uuid("oscal-control " + item.id() + seed))
                .put("title", item.framework().title() + ", " + item.control().id())
                .put("description", item.control().relevance())
                .putStrings("methods", List.of("EXAMINE"))
                .put(
                        "props",
                        Json.of(List.of(
                                property("control", token(item)),
                                property("strength", item.control().strength().label()),
                                property("reviewer", OneLine.of(item.reviewer())))))
                .put(
                        "relevant-evidence",
                        item.artefacts().keySet().stream()
                                .map(name -> evidence(seed, name))
                                .toList())
                .put("collected", time)
                .put(
                        "remarks",
                        "Counts when: " + item.control().condition() + ". Cannot show: "
                                + item.control().cannotShow() + ".")
                .build();
    }

    private static JsonObject property(String name, String value) {
        return JsonObject.builder()
                .put("name", name)
                .put("ns", "https://assay.dev/oscal")
                .put("value", value)
                .build();
    }

    private static JsonObject evidence(String seed, String name) {
        return JsonObject.builder()
                .put("href", "#" + resource(seed, name))
                .put("description", name)
                .build();
    }
}

package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.SchemaColumn;
import dev.assay.policy.Outcome;
import dev.assay.policy.RuleResult;
import dev.assay.statement.ScanPredicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * <a href="https://openlineage.io/docs/spec/object-model">OpenLineage 2-0-2</a> run events of the newest scan, one a line: its
 * start, and its end with schema, version, owner, metrics and one assertion for each rule. The run's id comes from the
 * scan statement's digest, so that sending the events twice tells the same run twice. Nothing is sent from here.
 */
final class OpenLineageExport implements Export {
    private static final String SPEC = "https://openlineage.io/spec/";
    private static final String PRODUCER = "https://assay.dev/";

    @Override
    public String name() {
        return "openlineage";
    }

    @Override
    public String title() {
        return "OpenLineage 2-0-2 run events";
    }

    @Override
    public String ending() {
        return "openlineage.jsonl";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        Attested scan = input.scanStatement()
                .orElseThrow(() -> new ExportException(
                        "A run event tells of a run, and there is no trusted scan statement of one. Scan again."));
        ScanPredicate.Run run =
                ScanPredicate.fromJson(scan.statement().predicate()).run();
        String id = Written.uuid(scan.signed().sha256());
        boolean whole = input.facts().coverage().complete();
        JsonObject start = event(input, id, "START", run.startedOn(), List.of());
        JsonObject end = event(input, id, whole ? "COMPLETE" : "FAIL", run.finishedOn(), List.of(dataset(input)));
        return Written.text(start.canonical() + "\n" + end.canonical() + "\n");
    }

    private static JsonObject event(
            ExportInput input, String runId, String type, Instant moment, List<JsonObject> inputs) {
        return JsonObject.builder()
                .put("eventType", type)
                .put("eventTime", Written.time(moment))
                .put("producer", PRODUCER)
                .put("schemaURL", SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent")
                .put("run", JsonObject.builder().put("runId", runId).build())
                .put(
                        "job",
                        JsonObject.builder()
                                .put("namespace", "assay")
                                .put("name", "scan." + input.dataset().id())
                                .build())
                .put("inputs", inputs)
                .put("outputs", Json.of(List.of()))
                .build();
    }

    private static JsonObject dataset(ExportInput input) {
        return JsonObject.builder()
                .put("namespace", namespace(input))
                .put("name", name(input))
                .put("facets", facets(input))
                .put("inputFacets", inputFacets(input))
                .build();
    }

    /** Scheme and authority of where the dataset lay, as OpenLineage names datasets; {@code assay} if that is not shown. */
    private static String namespace(ExportInput input) {
        return input.location()
                .map(location -> {
                    int authority = location.indexOf("://");
                    int path = authority < 0 ? -1 : location.indexOf('/', authority + 3);
                    return authority < 0 ? "file" : path < 0 ? location : location.substring(0, path);
                })
                .orElse("assay");
    }

    private static String name(ExportInput input) {
        String namespace = namespace(input);
        return input.location()
                .map(location -> location.startsWith(namespace) ? location.substring(namespace.length()) : location)
                .map(path -> path.startsWith("/") && !namespace.equals("file") ? path.substring(1) : path)
                .filter(path -> !path.isEmpty())
                .orElse(input.dataset().id());
    }

    private static JsonObject.Builder facet(String schema) {
        return JsonObject.builder().put("_producer", PRODUCER).put("_schemaURL", schema);
    }

    private static JsonObject facets(ExportInput input) {
        JsonObject.Builder facets = JsonObject.builder()
                .put(
                        "schema",
                        facet(SPEC + "facets/1-1-1/SchemaDatasetFacet.json")
                                .put(
                                        "fields",
                                        input.facts().content().schema().columns().stream()
                                                .map(OpenLineageExport::field)
                                                .toList())
                                .build())
                .put(
                        "version",
                        facet(SPEC + "facets/1-0-1/DatasetVersionDatasetFacet.json")
                                .put("datasetVersion", input.name())
                                .build())
                .put(
                        "assay_manifest",
                        facet("https://assay.dev/openlineage/1-0-0/ManifestDatasetFacet.json")
                                .put("manifestSha256", input.manifest().sha256())
                                .put("contentRoot", input.facts().content().root())
                                .put("outcome", input.decision().outcome().label())
                                .build());
        String owner = input.dataset().owner();
        if (owner != null) {
            facets.put(
                    "ownership",
                    facet(SPEC + "facets/1-0-1/OwnershipDatasetFacet.json")
                            .put(
                                    "owners",
                                    Json.of(List.of(JsonObject.builder()
                                            .put("name", owner)
                                            .put("type", "OWNER")
                                            .build())))
                            .build());
        }
        return facets.build();
    }

    private static JsonObject field(SchemaColumn column) {
        return JsonObject.builder()
                .put("name", column.path())
                .put("type", column.logical().isEmpty() ? column.physical() : column.logical())
                .build();
    }

    private static JsonObject inputFacets(ExportInput input) {
        List<Json> assertions = new ArrayList<>();
        input.results().forEach(result -> assertions.add(assertion(result)));
        return JsonObject.builder()
                .put(
                        "dataQualityMetrics",
                        facet(SPEC + "facets/1-0-2/DataQualityMetricsInputDatasetFacet.json")
                                .put("rowCount", input.facts().content().rows())
                                .put("bytes", input.facts().content().bytes())
                                .put("fileCount", input.facts().content().files())
                                .put("columnMetrics", JsonObject.builder().build())
                                .build())
                .put(
                        "dataQualityAssertions",
                        facet(SPEC + "facets/1-0-1/DataQualityAssertionsDatasetFacet.json")
                                .put("assertions", assertions)
                                .build())
                .build();
    }

    private static JsonObject assertion(RuleResult result) {
        boolean met = result.outcome() == Outcome.PASS;
        return JsonObject.builder()
                .put("assertion", result.rule())
                .put("success", met)
                .build();
    }
}

package dev.assay.statement;

import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import dev.assay.manifest.ManifestException;
import dev.assay.manifest.Scanner;
import dev.assay.manifest.Surroundings;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a manifest was made. Everything that differs from run to run is here and nowhere else.
 *
 * @param scannerName program
 * @param scannerVersion its release
 * @param scannerSha256 digest of its build
 * @param ruleSetSha256 digest of its rules
 * @param location where the dataset lay, without credentials
 * @param pinsSha256 digest over the storage's version of every file, or empty if the storage has none
 * @param surroundings what was found around the bytes
 * @param run which run it was
 */
public record ScanPredicate(
        String scannerName,
        String scannerVersion,
        String scannerSha256,
        String ruleSetSha256,
        String location,
        String pinsSha256,
        Surroundings surroundings,
        Run run)
        implements Predicate {
    public static final String TYPE = "https://assay.dev/dataset-scan/v1";

    /**
     * One run of the job.
     *
     * @param job its name
     * @param instance identifies the work: the same dataset and settings, however often it was restarted
     * @param execution identifies this attempt
     * @param host kind of machine, such as {@code linux-amd64}; not its name
     * @param restarts attempts before this one
     * @param startedOn when the first attempt started
     * @param finishedOn when the facts were complete
     * @param parameters settings of the job, without secrets
     */
    public record Run(
            String job,
            String instance,
            String execution,
            String host,
            int restarts,
            Instant startedOn,
            Instant finishedOn,
            SortedMap<String, String> parameters) {
        public Run {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }
    }

    /** About a run of this scanner. */
    public static ScanPredicate of(
            Scanner scanner, String location, String pinsSha256, Surroundings surroundings, Run run) {
        return new ScanPredicate(
                scanner.name(),
                scanner.version(),
                scanner.artifactSha256(),
                scanner.ruleSetSha256(),
                location,
                pinsSha256,
                surroundings,
                run);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant moment() {
        return run.finishedOn();
    }

    @Override
    public JsonObject toJson() {
        JsonObject.Builder parameters = JsonObject.builder();
        run.parameters().forEach(parameters::put);
        JsonObject.Builder inputs =
                JsonObject.builder().put("location", location).put("pinsSha256", pinsSha256);
        surroundings.addTo(inputs);
        return JsonObject.builder()
                .put(
                        "scanner",
                        JsonObject.builder()
                                .put("name", scannerName)
                                .put("version", scannerVersion)
                                .put("artifactSha256", scannerSha256)
                                .put("ruleSetSha256", ruleSetSha256)
                                .build())
                .put("inputs", inputs.build())
                .put(
                        "invocation",
                        JsonObject.builder()
                                .put("jobName", run.job())
                                .put("jobInstanceId", run.instance())
                                .put("jobExecutionId", run.execution())
                                .put("hostClass", run.host())
                                .put("restarts", run.restarts())
                                .put("startedOn", Times.write(run.startedOn()))
                                .put("finishedOn", Times.write(run.finishedOn()))
                                .put("parameters", parameters.build())
                                .build())
                .build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws StatementException if something is missing or of the wrong kind
     */
    public static ScanPredicate fromJson(JsonObject json) {
        try {
            JsonObject scanner = json.object("scanner");
            JsonObject inputs = json.object("inputs");
            JsonObject invocation = json.object("invocation");
            JsonObject parameters = invocation.object("parameters");
            TreeMap<String, String> settings = new TreeMap<>();
            parameters.members().keySet().forEach(key -> settings.put(key, parameters.string(key)));
            return new ScanPredicate(
                    scanner.string("name"),
                    scanner.string("version"),
                    scanner.string("artifactSha256"),
                    scanner.string("ruleSetSha256"),
                    inputs.string("location"),
                    inputs.string("pinsSha256"),
                    Surroundings.in(inputs),
                    new Run(
                            invocation.string("jobName"),
                            invocation.string("jobInstanceId"),
                            invocation.string("jobExecutionId"),
                            invocation.string("hostClass"),
                            invocation.int32("restarts"),
                            Times.read(invocation.string("startedOn"), "startedOn"),
                            Times.read(invocation.string("finishedOn"), "finishedOn"),
                            settings));
        } catch (JsonException | ManifestException trouble) {
            throw new StatementException("Not a scan statement: " + trouble.getMessage());
        }
    }
}

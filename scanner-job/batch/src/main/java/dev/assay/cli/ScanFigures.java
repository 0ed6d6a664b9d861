package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.gate.ExitCode;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ManifestFacts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Figures about the runs of one call, for the text-file collector of a Prometheus node exporter. The figures of the last
 * run of each dataset stand until the next one; a name and number each, never data.
 */
final class ScanFigures {
    private final Map<String, AtomicLong> values = new TreeMap<>();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** What a manifest says. */
    void concluded(ScanOutcome outcome) {
        ManifestFacts facts = outcome.manifest().facts();
        Tags tags = dataset(facts.dataset().id());
        Coverage coverage = facts.coverage();
        set("assay.scan.files", "Files of the dataset", tags, facts.content().files());
        set("assay.scan.bytes", "Bytes read", tags, coverage.bytesRead());
        set("assay.scan.rows", "Rows read", tags, coverage.rowsRead());
        set("assay.scan.cells", "Cells scanned", tags, coverage.cellsScanned());
        set("assay.scan.complete", "1 if nothing was left unread", tags, coverage.complete() ? 1 : 0);
        Map<Tags, Long> findings = new HashMap<>();
        for (EntityCount count : facts.privacy().entities()) {
            Tags entity = tags.and(
                    Tag.of("entity", count.type().name()),
                    Tag.of("class", count.findingClass().label()));
            findings.merge(entity, count.settled().hits(), Long::sum);
        }
        findings.forEach((entity, hits) -> set("assay.scan.findings", "Findings", entity, hits));
    }

    /** How a run went, whatever it came to. */
    void ended(String dataset, ExitCode code, ScanProgress progress) {
        Tags tags = dataset(dataset);
        set("assay.scan.exit.code", "Exit code of the last run", tags, code.code());
        set(
                "assay.scan.duration.milliseconds",
                "How long the last run took",
                tags,
                progress.elapsed().toMillis());
        set("assay.scan.splits", "Splits of the last run", tags, progress.splits());
        set("assay.scan.splits.resumed", "Splits an interrupted run had done", tags, progress.splitsBefore());
        set("assay.scan.retries", "Splits that were tried again", tags, progress.retries());
    }

    private static Tags dataset(String id) {
        return Tags.of("dataset", id);
    }

    private void set(String name, String help, Tags tags, long value) {
        values.computeIfAbsent(name + tags, unused -> {
                    AtomicLong held = new AtomicLong();
                    Gauge.builder(name, held, AtomicLong::doubleValue)
                            .description(help)
                            .tags(tags)
                            .register(registry);
                    return held;
                })
                .set(value);
    }

    /** Writes the file whole or not at all: a collector may read it at any time. */
    void write(Path file) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.writeString(fresh, registry.scrape(), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw new ConfigException("Cannot write the metrics file " + file + ": " + trouble);
        }
    }
}

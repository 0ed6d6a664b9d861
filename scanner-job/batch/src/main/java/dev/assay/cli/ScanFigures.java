package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.gate.ExitCode;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ManifestFacts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures about the runs of one call, for the text-file collector of a Prometheus node exporter. The figures of the last
 * run of each dataset stand until the next one; a name and number each, never data.
 */
final class ScanFigures {
    private final Map<String, Figure> figures = new TreeMap<>();

    /** One number with what it is called. */
    private record Figure(String name, String help, Map<String, String> tags, long value) {}

    /** What a manifest says. */
    void concluded(ScanOutcome outcome) {
        ManifestFacts facts = outcome.manifest().facts();
        Map<String, String> tags = dataset(facts.dataset().id());
        Coverage coverage = facts.coverage();
        set("assay.scan.files", "Files of the dataset", tags, facts.content().files());
        set("assay.scan.bytes", "Bytes read", tags, coverage.bytesRead());
        set("assay.scan.rows", "Rows read", tags, coverage.rowsRead());
        set("assay.scan.cells", "Cells scanned", tags, coverage.cellsScanned());
        set("assay.scan.complete", "1 if nothing was left unread", tags, coverage.complete() ? 1 : 0);
        Map<Map<String, String>, Long> findings = new HashMap<>();
        for (EntityCount count : facts.privacy().entities()) {
            Map<String, String> entity = new TreeMap<>(tags);
            entity.put("entity", count.type().name());
            entity.put("class", count.findingClass().label());
            findings.merge(entity, count.settled().hits(), Long::sum);
        }
        findings.forEach((entity, hits) -> set("assay.scan.findings", "Findings", entity, hits));
    }

    /** How a run went, whatever it came to. */
    void ended(String dataset, ExitCode code, ScanProgress progress) {
        Map<String, String> tags = dataset(dataset);
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

    private static Map<String, String> dataset(String id) {
        return Map.of("dataset", id);
    }

    private void set(String name, String help, Map<String, String> tags, long value) {
        Map<String, String> sorted = new TreeMap<>(tags);
        figures.put(name + sorted, new Figure(name, help, sorted, value));
    }

    /** Writes the file whole or not at all: a collector may read it at any time. */
    void write(Path file) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.writeString(fresh, text(), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw new ConfigException("Cannot write the metrics file " + file + ": " + trouble);
        }
    }

    /** The registry is made here: most scans are asked for no figures, and it takes long to load. */
    private String text() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        for (Figure figure : figures.values()) {
            List<Tag> tags = figure.tags().entrySet().stream()
                    .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                    .toList();
            Gauge.builder(figure.name(), figure, Figure::value)
                    .description(figure.help())
                    .tags(tags)
                    .register(registry);
        }
        return registry.scrape();
    }
}

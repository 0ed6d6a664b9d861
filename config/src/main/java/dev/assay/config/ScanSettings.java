package dev.assay.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a scan works. {@code workers} never shows in a record.
 *
 * @param workers splits scanned at a time
 * @param splitSize largest piece of a file that one worker takes at a time, where the format can be cut
 * @param maxCellLength bytes of a cell that are scanned; the rest is recorded as truncated
 * @param samplesPerType masked samples kept for each entity type and column
 * @param evaluationSets locations of data that models are evaluated on, by name: how much of them is in a dataset is
 *     measured
 * @param valueKey file with the key that the most common values are digested with; null for none, and then they are not
 *     measured
 */
public record ScanSettings(
        int workers,
        DataSize splitSize,
        DataSize maxCellLength,
        int samplesPerType,
        SortedMap<String, String> evaluationSets,
        @Nullable Path valueKey) {
    private static final int MAX_WORKERS = 1024;

    public ScanSettings {
        evaluationSets = Collections.unmodifiableSortedMap(new TreeMap<>(evaluationSets));
    }

    static ScanSettings read(Section scan, Path home) {
        TreeMap<String, String> sets = new TreeMap<>();
        scan.textMap("evaluation-sets").forEach((name, location) -> sets.put(name, Locations.resolve(home, location)));
        return new ScanSettings(
                scan.get("workers", processors(), ScanSettings::workers),
                Workspace.size(scan, "split-size", DataSize.ofMebibytes(256), 1 << 10, 1L << 40),
                Workspace.size(scan, "max-cell-length", DataSize.ofMebibytes(16), 1 << 10, 1 << 30),
                (int) scan.integer("samples-per-type", 5, 0, 1000),
                sets,
                scan.find("value-key", text -> Workspace.resolve(home, text)).orElse(null));
    }

    private static int workers(String text) {
        return text.equals("auto") ? processors() : (int) Values.integer(text, 1, MAX_WORKERS);
    }

    private static int processors() {
        return Math.min(MAX_WORKERS, Runtime.getRuntime().availableProcessors());
    }
}

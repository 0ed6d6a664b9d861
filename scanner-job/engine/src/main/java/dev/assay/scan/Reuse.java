package dev.assay.scan;

import java.util.HashSet;
import java.util.Set;

/**
 * What a scan did not parse because an earlier one had, and the bytes were the same. No fact of the dataset: it goes into
 * the scan statement, never into the manifest.
 *
 * @param files of which no section was parsed
 * @param bytes of all sections that were not parsed
 */
public record Reuse(long files, long bytes) {
    static Reuse of(ScanSummary all) {
        Set<String> reused = new HashSet<>();
        Set<String> scanned = new HashSet<>();
        long bytes = 0;
        for (SectionResult section : all.sections()) {
            (section.reused() ? reused : scanned).add(section.path());
            bytes += section.reused() ? section.bytes() : 0;
        }
        reused.removeAll(scanned);
        return new Reuse(reused.size(), bytes);
    }
}

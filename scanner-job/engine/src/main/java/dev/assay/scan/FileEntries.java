package dev.assay.scan;

import dev.assay.manifest.ColumnCoverage.Reading;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.storage.FileDigest;
import dev.assay.storage.RangeDigest;
import dev.assay.storage.SectionDigest;
import dev.assay.storage.StorageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the sections of each file together. A file read in one piece brings its own digest; one read in several is held
 * against the reading that digested it as a whole, byte range by byte range.
 */
final class FileEntries {
    private FileEntries() {}

    static FileListing listing(ScanPlan plan, ScanSummary all) {
        TreeMap<String, List<SectionResult>> byFile = new TreeMap<>();
        for (SectionResult section : all.sections()) {
            byFile.computeIfAbsent(section.path(), unused -> new ArrayList<>()).add(section);
        }
        if (byFile.size() != plan.files()) {
            throw new IllegalStateException(
                    "The plan has " + plan.files() + " files, the summaries " + byFile.size() + ".");
        }
        List<FileEntry> entries = new ArrayList<>();
        for (Map.Entry<String, List<SectionResult>> file : byFile.entrySet()) {
            entries.add(entry(file.getKey(), file.getValue(), all));
        }
        return new FileListing(entries);
    }

    private static FileEntry entry(String path, List<SectionResult> sections, ScanSummary all) {
        long bytes = sections.stream().mapToLong(SectionResult::bytes).sum();
        long rows = sections.stream().mapToLong(SectionResult::rows).sum();
        String format = sections.get(0).format();
        boolean unread = all.filesWithSkips().contains(path);
        Reading reading = !unread ? Reading.SCANNED : rows > 0 ? Reading.PARTLY : Reading.SKIPPED;
        String reason = unread ? firstReason(path, all) : "";
        FileDigest digest = digest(path, sections, all.digests().get(path));
        List<String> chunks = Chunks.among(digest.ranges(), bytes);
        return new FileEntry(path, digest.sha256(), bytes, rows, format, chunks, reading, reason);
    }

    private static String firstReason(String path, ScanSummary all) {
        return all.skips().keySet().stream()
                .filter(skip -> skip.file().equals(path))
                .map(Skip::reason)
                .min(Comparator.naturalOrder())
                .orElse("see skipped");
    }

    private static FileDigest digest(String path, List<SectionResult> sections, @Nullable DigestedFile digested) {
        if (sections.size() == 1 && sections.get(0).whole()) {
            SectionDigest only = sections.get(0).digest();
            return new FileDigest(only.section().sha256(), only.within());
        }
        if (digested == null) {
            throw new IllegalStateException("Nobody digested " + path + " as a whole.");
        }
        for (SectionResult section : sections) {
            requireSame(path, section.digest().section(), digested.digest());
            section.digest().outside().forEach(range -> requireSame(path, range, digested.digest()));
        }
        return digested.digest();
    }

    private static void requireSame(String path, RangeDigest scanned, FileDigest whole) {
        if (!whole.ranges().contains(scanned)) {
            throw new StorageException("Bytes " + scanned.range().start() + "–"
                    + scanned.range().end() + " of " + path
                    + " were not the same when they were scanned and when they were hashed: the file changed during"
                    + " the scan. Run it again when nobody writes to it.");
        }
    }
}

package dev.assay.scan;

import static java.util.Objects.requireNonNull;

import dev.assay.format.FileSection;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeDigest;
import dev.assay.storage.RangeReader;
import dev.assay.storage.Storage;
import dev.assay.storage.StorageException;
import dev.assay.storage.StoredFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier scans found in sections of files: one entry a section, and one for the sections of a split together, so that
 * of many small files that are unchanged few entries are read. An entry counts only if settings, places and every byte that
 * was read are the same as then: the bytes are hashed, not parsed. Holds what a job repository holds, no text of cells; to be
 * trusted like it, and safe to delete at any time. New entries take the place of old ones of the same section, or of those
 * that began with it, so that the directory grows with the number of files, not of scans. Beside them lies how the files were
 * divided ({@link LayoutCache}). Thread-safe.
 */
public final class SectionCache {
    private static final int BLOCK_BYTES = 1 << 20;

    private final CacheEntries entries;

    /**
     * A cache in a directory, which is made when the first entry is kept.
     *
     * @param directory of the local disk
     */
    public SectionCache(Path directory) {
        entries = new CacheEntries(directory);
    }

    /** How the files of earlier scans were divided, if they were divided under the same settings. */
    LayoutCache layouts(String settingsSha256) {
        return new LayoutCache(entries, settingsSha256);
    }

    /**
     * What an earlier scan found in some sections together, marked as reused; empty if bytes, places or settings differ.
     *
     * @param storage where their files lie; read only if there is an entry
     * @throws StorageException if a file cannot be read
     */
    Optional<ScanSummary> find(List<FileSection> sections, String settingsSha256, Storage storage) {
        return read(sections, settingsSha256)
                .filter(known -> isOfSameBytes(known, sections, storage))
                .map(ScanSummary::asReused);
    }

    /**
     * Keeps what was found in some sections.
     *
     * @param summary of these sections alone
     */
    void keep(List<FileSection> sections, String settingsSha256, ScanSummary summary) {
        entries.keep(
                name(sections),
                JsonObject.builder()
                        .put("settings", settingsSha256)
                        .put("sections", placesSha256(sections))
                        .put("summary", summary.toJson())
                        .build());
    }

    /** One digest of where sections lie, whatever version their files have. */
    private static String placesSha256(List<FileSection> sections) {
        return Json.of(sections.stream().map(SectionJson::writeUnpinned).toList())
                .sha256();
    }

    private Optional<ScanSummary> read(List<FileSection> sections, String settingsSha256) {
        return entries.find(name(sections), kept -> {
            boolean same = kept.string("settings").equals(settingsSha256)
                    && kept.string("sections").equals(placesSha256(sections));
            return same ? Optional.of(ScanSummary.fromJson(kept.object("summary"))) : Optional.empty();
        });
    }

    private static boolean isOfSameBytes(ScanSummary known, List<FileSection> sections, Storage storage) {
        Map<String, StoredFile> files = new HashMap<>();
        sections.forEach(section -> files.put(section.file().path(), section.file()));
        return known.sections().size() == sections.size()
                && known.sections().stream()
                        .allMatch(result -> files.containsKey(result.path())
                                && isOfSameBytes(result, requireNonNull(files.get(result.path())), storage));
    }

    private static boolean isOfSameBytes(SectionResult result, StoredFile stored, Storage storage) {
        try (RangeReader file = storage.open(stored)) {
            return isOfSameBytes(result, file);
        }
    }

    private static boolean isOfSameBytes(SectionResult result, RangeReader file) {
        List<RangeDigest> read = new ArrayList<>(result.digest().outside());
        read.add(result.digest().section());
        boolean same = read.stream()
                .allMatch(range -> range.range().end() <= file.length()
                        && sha256(file, range.range()).equals(range.sha256()));
        file.checkUnchanged();
        return same;
    }

    private static String sha256(RangeReader file, ByteRange range) {
        file.expect(range.start(), range.end());
        MessageDigest digest = Sha256.start();
        byte[] block = new byte[(int) Math.min(BLOCK_BYTES, range.length())];
        for (long at = range.start(); at < range.end(); at += block.length) {
            int size = (int) Math.min(block.length, range.end() - at);
            file.read(at, block, 0, size);
            digest.update(block, 0, size);
        }
        return Sha256.finish(digest);
    }

    private static String name(List<FileSection> sections) {
        FileSection first = sections.get(0);
        return JsonObject.builder()
                .put("location", first.file().location().text())
                .put("path", first.file().path())
                .put("ordinal", first.ordinal())
                .put("alone", sections.size() == 1)
                .build()
                .sha256();
    }
}

package dev.assay.scan;

import static java.util.Objects.requireNonNull;

import dev.assay.format.FileSection;
import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeDigest;
import dev.assay.storage.RangeReader;
import dev.assay.storage.Storage;
import dev.assay.storage.StorageException;
import dev.assay.storage.StoredFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What earlier scans found in sections of files: one entry a section, and one for the sections of a split together, so that
 * of many small files that are unchanged few entries are read. An entry counts only if settings, places and every byte that
 * was read are the same as then: the bytes are hashed, not parsed. Holds what a job repository holds, no text of cells; to be
 * trusted like it, and safe to delete at any time. New entries take the place of old ones of the same section, or of those
 * that began with it, so that the directory grows with the number of files, not of scans. Thread-safe.
 */
public final class SectionCache {
    private static final int BLOCK_BYTES = 1 << 20;

    private final Path directory;

    /**
     * A cache in a directory, which is made when the first entry is kept.
     *
     * @param directory of the local disk
     */
    public SectionCache(Path directory) {
        this.directory = directory;
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
        Path entry = entry(sections);
        Json kept = JsonObject.builder()
                .put("settings", settingsSha256)
                .put("sections", places(sections))
                .put("summary", summary.toJson())
                .build();
        try {
            Files.createDirectories(shelf(entry));
            Path fresh = Files.createTempFile(shelf(entry), "entry", ".new");
            try (Writer writer = new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(fresh)), StandardCharsets.UTF_8)) {
                writer.write(kept.canonical());
            }
            Files.move(fresh, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw new StorageException("Cannot write the scan cache " + directory + ": " + trouble
                    + ". Make room or make it writable, or set `cache.reuse: nothing` in assay.yaml.");
        }
    }

    private static Json places(List<FileSection> sections) {
        return Json.of(sections.stream().map(SectionJson::writeUnpinned).toList());
    }

    private Optional<ScanSummary> read(List<FileSection> sections, String settingsSha256) {
        Path entry = entry(sections);
        if (!Files.exists(entry)) {
            return Optional.empty();
        }
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(entry)), StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder();
            char[] block = new char[8192];
            for (int size = reader.read(block); size >= 0; size = reader.read(block)) {
                text.append(block, 0, size);
            }
            JsonObject kept = Json.parse(text.toString()).asObject();
            boolean same = kept.string("settings").equals(settingsSha256)
                    && kept.array("sections").equals(places(sections));
            return same ? Optional.of(ScanSummary.fromJson(kept.object("summary"))) : Optional.empty();
        } catch (IOException | JsonException damaged) {
            // An entry that cannot be read is none: the section is scanned, and its entry written anew.
            return Optional.empty();
        }
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

    private Path shelf(Path entry) {
        Path parent = entry.getParent();
        return parent == null ? directory : parent;
    }

    private Path entry(List<FileSection> sections) {
        FileSection first = sections.get(0);
        String name = JsonObject.builder()
                .put("location", first.file().location().text())
                .put("path", first.file().path())
                .put("ordinal", first.ordinal())
                .put("alone", sections.size() == 1)
                .build()
                .sha256();
        return directory.resolve(name.substring(0, 2)).resolve(name.substring(2) + ".json.gz");
    }
}

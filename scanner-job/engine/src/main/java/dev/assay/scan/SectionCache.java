package dev.assay.scan;

import dev.assay.format.FileSection;
import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeDigest;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StorageException;
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
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What earlier scans found in sections of files, one entry a section. An entry counts only if settings, place and every
 * byte that was read are the same as then: the bytes are hashed, not parsed. Holds what a job repository holds, no text of
 * cells; to be trusted like it, and safe to delete at any time. A section's new entry takes the place of its old one, so
 * that the directory grows with the number of files, not of scans. Thread-safe.
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
     * What an earlier scan found in a section, marked as reused; empty if its bytes, its place or the settings differ.
     *
     * @param file the section's file, opened; read only if there is an entry
     * @throws StorageException if the file cannot be read
     */
    Optional<ScanSummary> find(FileSection section, String settingsSha256, RangeReader file) {
        Optional<ScanSummary> known = read(section, settingsSha256);
        return known.filter(summary -> summary.sections().stream().allMatch(result -> sameBytes(result, file)))
                .map(ScanSummary::asReused);
    }

    /** Whether an earlier scan left an entry for a section, of whatever bytes. */
    boolean mayKnow(FileSection section) {
        return Files.exists(entry(section));
    }

    /**
     * Keeps what was found in a section.
     *
     * @param summary of this section alone
     */
    void keep(FileSection section, String settingsSha256, ScanSummary summary) {
        Path entry = entry(section);
        Json kept = JsonObject.builder()
                .put("settings", settingsSha256)
                .put("section", SectionJson.writeUnpinned(section))
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

    private Optional<ScanSummary> read(FileSection section, String settingsSha256) {
        Path entry = entry(section);
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
                    && kept.object("section").equals(SectionJson.writeUnpinned(section));
            return same ? Optional.of(ScanSummary.fromJson(kept.object("summary"))) : Optional.empty();
        } catch (IOException | JsonException damaged) {
            // An entry that cannot be read is none: the section is scanned, and its entry written anew.
            return Optional.empty();
        }
    }

    private static boolean sameBytes(SectionResult result, RangeReader file) {
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

    private Path entry(FileSection section) {
        String name = JsonObject.builder()
                .put("location", section.file().location().text())
                .put("path", section.file().path())
                .put("ordinal", section.ordinal())
                .build()
                .sha256();
        return directory.resolve(name.substring(0, 2)).resolve(name.substring(2) + ".json.gz");
    }
}

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
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What earlier scans found in sections of files: one entry a section, and one for the sections of a split together, so that
 * of many small files that are unchanged few entries are read. An entry counts only if settings, places and every byte that
 * was read are the same as then: the bytes are hashed, not parsed. Holds what a job repository holds, no text of cells; to be
 * trusted like it, and safe to delete at any time. New entries take the place of old ones of the same section, or of those
 * that began with it, so that the directory grows with the number of files, not of scans. Thread-safe.
 */
public final class SectionCache {
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int CHECKSUM_BYTES = Long.BYTES;

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
        byte[] kept = JsonObject.builder()
                .put("settings", settingsSha256)
                .put("sections", placesSha256(sections))
                .put("summary", summary.toJson())
                .build()
                .canonicalBytes();
        try {
            Files.createDirectories(shelf(entry));
            Path fresh = Files.createTempFile(shelf(entry), "entry", ".new");
            try (OutputStream out = Files.newOutputStream(fresh)) {
                out.write(checksum(kept, 0, kept.length));
                out.write(kept);
            }
            Files.move(fresh, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw new StorageException("Cannot write the scan cache " + directory + ": " + trouble
                    + ". Make room or make it writable, or set `cache.reuse: nothing` in assay.yaml.");
        }
    }

    /** One digest of where sections lie, whatever version their files have. */
    private static String placesSha256(List<FileSection> sections) {
        return Json.of(sections.stream().map(SectionJson::writeUnpinned).toList())
                .sha256();
    }

    /** What an entry begins with, so that a damaged one is told from a whole one (CRC-32C, RFC 3720 appendix B.4). */
    private static byte[] checksum(byte[] bytes, int from, int to) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return ByteBuffer.allocate(CHECKSUM_BYTES).putLong(checksum.getValue()).array();
    }

    private Optional<ScanSummary> read(List<FileSection> sections, String settingsSha256) {
        Path entry = entry(sections);
        if (!Files.exists(entry)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(entry);
            if (bytes.length < CHECKSUM_BYTES
                    || !Arrays.equals(
                            Arrays.copyOf(bytes, CHECKSUM_BYTES), checksum(bytes, CHECKSUM_BYTES, bytes.length))) {
                return Optional.empty();
            }
            // Nothing but ASCII as a rule, which is kept in a byte a character.
            String text = new String(bytes, CHECKSUM_BYTES, bytes.length - CHECKSUM_BYTES, StandardCharsets.UTF_8);
            JsonObject kept = Json.parse(text).asObject();
            boolean same = kept.string("settings").equals(settingsSha256)
                    && kept.string("sections").equals(placesSha256(sections));
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
        return directory.resolve(name.substring(0, 2)).resolve(name.substring(2) + ".entry");
    }
}

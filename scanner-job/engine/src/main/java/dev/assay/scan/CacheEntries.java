package dev.assay.scan;

import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import dev.assay.storage.StorageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Named JSON objects in a directory. One that is damaged is none; a new one takes the place of the old one of its name at
 * once or not at all. Thread-safe.
 */
final class CacheEntries {
    private static final int CHECKSUM_BYTES = Long.BYTES;

    private final Path directory;

    /** @param directory of the local disk; made when the first entry is kept */
    CacheEntries(Path directory) {
        this.directory = directory;
    }

    /**
     * What an entry says.
     *
     * @param name a digest, of what the entry is of
     * @param read empty if the entry is of another state of it
     */
    <T> Optional<T> find(String name, Function<JsonObject, Optional<T>> read) {
        Path entry = entry(name);
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
            return read.apply(Json.parse(text).asObject());
        } catch (IOException | JsonException damaged) {
            // An entry that cannot be read is none: what it was of is found out, and its entry written anew.
            return Optional.empty();
        }
    }

    /** @throws StorageException if it cannot be written */
    void keep(String name, JsonObject content) {
        Path entry = entry(name);
        byte[] kept = content.canonicalBytes();
        try {
            Path shelf = Files.createDirectories(shelf(name));
            Path fresh = Files.createTempFile(shelf, "entry", ".new");
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

    /** What an entry begins with, so that a damaged one is told from a whole one (CRC-32C, RFC 3720 appendix B.4). */
    private static byte[] checksum(byte[] bytes, int from, int to) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return ByteBuffer.allocate(CHECKSUM_BYTES).putLong(checksum.getValue()).array();
    }

    private Path shelf(String name) {
        return directory.resolve(name.substring(0, 2));
    }

    private Path entry(String name) {
        return shelf(name).resolve(name.substring(2) + ".entry");
    }
}

package dev.assay.manifest;

import dev.assay.json.JsonObject;
import dev.assay.manifest.ColumnCoverage.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of the dataset.
 *
 * @param path within the dataset, see {@link DatasetPath}
 * @param sha256 digest of all its bytes, or null if they could not all be read
 * @param bytes its size
 * @param rows rows read; −1 if it has none to count or was not read
 * @param format name of its format, such as {@code parquet}; empty if none was recognised
 * @param chunks digests of its consecutive stretches of 64 MiB, in order; empty if it was not cut
 * @param status how far it was read
 * @param reason why not all; empty if all
 */
public record FileEntry(
        String path,
        @Nullable String sha256,
        long bytes,
        long rows,
        String format,
        List<String> chunks,
        Reading status,
        String reason) {
    /** Size of a chunk, the last one apart. */
    public static final long CHUNK_BYTES = 64L << 20;

    public FileEntry {
        DatasetPath.require(path);
        if (sha256 != null) {
            DigestField.require(sha256, "sha256");
        }
        Require.count(bytes, "bytes");
        Require.countOrUnknown(rows, "rows");
        chunks = List.copyOf(chunks);
        chunks.forEach(chunk -> DigestField.require(chunk, "chunks"));
        if (!chunks.isEmpty() && chunks.size() != (bytes + CHUNK_BYTES - 1) / CHUNK_BYTES) {
            throw new ManifestException(
                    "\"" + path + "\" has " + chunks.size() + " chunks, which " + bytes + " bytes do not give.");
        }
        if ((status.leavesUnread() || sha256 == null) && reason.isBlank()) {
            throw new ManifestException("\"" + path + "\" was not wholly read; say why.");
        }
        if (sha256 == null && status != Reading.SKIPPED) {
            throw new ManifestException("\"" + path + "\" has no digest but counts as read.");
        }
    }

    /** A file that was read from end to end. */
    public static FileEntry scanned(String path, String sha256, long bytes, long rows, String format) {
        return new FileEntry(path, sha256, bytes, rows, format, List.of(), Reading.SCANNED, "");
    }

    boolean sameBytes(FileEntry other) {
        return sha256 != null && sha256.equals(other.sha256) && bytes == other.bytes;
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("path", path)
                .putIfPresent("sha256", sha256)
                .put("bytes", bytes)
                .put("format", format)
                .put("status", Labels.of(status))
                .put("reason", reason);
        if (rows >= 0) {
            json.put("rows", rows);
        }
        if (!chunks.isEmpty()) {
            json.putStrings("chunks", chunks);
        }
        return json.build();
    }

    static FileEntry fromJson(JsonObject json) {
        return new FileEntry(
                json.string("path"),
                json.findString("sha256").orElse(null),
                json.integer("bytes"),
                json.find("rows").isPresent() ? json.integer("rows") : -1,
                json.string("format"),
                json.find("chunks").isPresent() ? json.strings("chunks") : List.of(),
                Labels.parse(Reading.class, json.string("status"), "status"),
                json.string("reason"));
    }
}

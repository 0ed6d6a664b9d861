package dev.assay.manifest;

import dev.assay.json.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a dataset version, what lies in {@code files.jsonl}.
 *
 * @param files sorted by path, byte order of its UTF-8
 */
public record FileListing(List<FileEntry> files) {
    /** File name in the ledger. */
    public static final String NAME = "files.jsonl";

    public FileListing {
        files = Order.sorted(files, Order.by(FileEntry::path), NAME);
    }

    /** What lies in {@value #NAME}; its digest covers all of it. */
    public byte[] fileBytes() {
        return JsonLines.write(files, FileEntry::toJson);
    }

    public String sha256() {
        return Sha256.hex(fileBytes());
    }

    /** Sizes added up. */
    public long bytes() {
        return files.stream().mapToLong(FileEntry::bytes).sum();
    }

    /** The tree over the files that were read, in their order. */
    public MerkleTree tree() {
        return new MerkleTree(read().map(MerkleTree::leafData).toList());
    }

    /** Root of {@link #tree()}, in hexadecimal. */
    public String root() {
        return HexFormat.of().formatHex(tree().root());
    }

    /** SHA-256 over the files' raw digests, one after another in order of path: OpenSSF Model Signing's subject. */
    public String omsRoot() {
        MessageDigest digest = Sha256.start();
        read().forEach(file -> digest.update(DigestField.bytes(digestOf(file))));
        return Sha256.finish(digest);
    }

    /** Files by path. */
    public Map<String, FileEntry> byPath() {
        return files.stream().collect(Collectors.toUnmodifiableMap(FileEntry::path, Function.identity()));
    }

    /**
     * Reads the bytes of a {@value #NAME}.
     *
     * @throws ManifestException if they are not exactly what this class writes
     */
    public static FileListing parse(byte[] fileBytes) {
        List<FileEntry> files = JsonLines.read(fileBytes, NAME, FileEntry::fromJson, FileEntry::toJson);
        FileListing listing = new FileListing(files);
        if (!listing.files().equals(files)) {
            throw new ManifestException("Cannot read " + NAME + ": its lines are not sorted by path.");
        }
        return listing;
    }

    private Stream<FileEntry> read() {
        return files.stream().filter(file -> file.sha256() != null);
    }

    static String digestOf(FileEntry file) {
        String sha256 = file.sha256();
        if (sha256 == null) {
            throw new IllegalStateException("Only files that were read have a place in the tree");
        }
        return sha256;
    }
}

package dev.assay.export;

import dev.assay.manifest.FileEntry;

/** Digests of files that were read. */
final class FileDigest {
    private FileDigest() {}

    /** The digest of a file that has one. */
    static String of(FileEntry file) {
        String digest = file.sha256();
        if (digest == null) {
            throw new IllegalStateException(file.path() + " was not wholly read and has no digest.");
        }
        return digest;
    }
}

package dev.assay.format;

import dev.assay.storage.HashingReader;
import dev.assay.storage.RangeReader;
import dev.assay.storage.StoredFile;

/** A file format. Stateless and thread-safe. */
public interface FileFormat {
    /** Its name in manifests and messages, such as {@code parquet} or {@code json-lines}. */
    String name();

    /**
     * Whether a file is of this format.
     *
     * @param path the file's relative path
     * @param head its first bytes, decompressed if it is a compressed text file; at most 64 KiB
     */
    boolean matches(String path, byte[] head);

    /**
     * How the file may be divided. Depends on the file and {@code splitBytes} alone.
     *
     * @param splitBytes about how many bytes a section should have
     * @throws DataException if the file is not what its name or first bytes promise
     */
    FileLayout layout(StoredFile file, RangeReader reader, long splitBytes);

    /**
     * Reads a section and delivers its cells. A part that will not decode is reported to the sink and the rest is still
     * read, where the format allows it.
     *
     * @throws DataException if nothing more of the section can be read
     */
    void read(FileSection section, HashingReader reader, CellSink sink);
}

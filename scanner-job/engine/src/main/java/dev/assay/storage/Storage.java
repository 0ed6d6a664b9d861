package dev.assay.storage;

import dev.assay.manifest.StorageFacts;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** A kind of place files lie in, chosen by the scheme of a {@link Location}. Thread-safe. */
public interface Storage extends AutoCloseable {
    /**
     * Every file at or below a location, pinned. A location that is one file gives that file, named by its last part.
     *
     * @throws StorageException if nothing is there, it may not be read, or the filter takes none of it
     */
    Listing list(Location location, FileFilter filter);

    /**
     * Opens a file as it was listed. The storage must stay open as long as the reader. That the file is no longer the one
     * that was listed is told here or by the reader.
     *
     * @throws StorageException if nothing is there, it may not be read, or it changed
     */
    RangeReader open(StoredFile file);

    /**
     * Whether the file's pin names a version that the storage itself never overwrites, so that the same pin means the
     * same bytes as far as the storage is to be believed.
     */
    default boolean keepsVersion(StoredFile file) {
        return false;
    }

    /**
     * What the storage says of files besides their bytes; {@link StorageFacts#NONE} if it can say nothing.
     *
     * @param files as one call of {@link #list} gave them
     * @throws StorageException if the storage cannot be reached, or a file is no longer the one that was listed; what it
     *     does not allow to be asked is in the answer
     */
    default StorageFacts facts(List<StoredFile> files) {
        return StorageFacts.NONE;
    }

    /**
     * What people wrote beside files, in tags and the like, values included: for a card that a person reads before it counts,
     * never for a record. Names are in lower case with hyphens; what may not be asked is left out.
     *
     * @param files as one call of {@link #list} gave them
     * @throws StorageException if the storage cannot be reached
     */
    default SortedMap<String, SortedSet<String>> labels(List<StoredFile> files) {
        return new TreeMap<>();
    }

    @Override
    void close();
}

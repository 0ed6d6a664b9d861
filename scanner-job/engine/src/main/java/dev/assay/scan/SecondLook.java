package dev.assay.scan;

import dev.assay.storage.Storage;
import dev.assay.storage.StorageException;
import dev.assay.storage.StoredFile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks again into files that were planned from memory, before their sections are scanned: a file that divides otherwise
 * than it did, in a version that seems the same, was planned by what it is no more. A file of several sections is looked
 * into once, not once a section, for with some formats that takes all its bytes. Lives as long as the scans of one run. Thread-safe.
 */
final class SecondLook {
    /** The sections of one file are scanned one after another, so that few files are asked about by turns. */
    private static final int FILES_KEPT = 64;

    private final Storage storage;
    private final long splitBytes;
    private final Map<StoredFile, FilePlan> plans = new ConcurrentHashMap<>();

    SecondLook(Storage storage, long splitBytes) {
        this.storage = storage;
        this.splitBytes = splitBytes;
    }

    /**
     * Passes a part that was planned by looking, or that is still as it was.
     *
     * @throws StorageException if the file divides otherwise now
     */
    void require(Split.Part part) {
        StoredFile file = part.section().file();
        if (part.remembered() && !plan(part).parts().contains(part.asLookedAt())) {
            throw new StorageException(
                    file.location() + " holds other bytes than when it was last scanned, but has the same"
                            + " size and time. Give it a new time (`touch`), or delete the scan cache, and scan again.");
        }
    }

    private FilePlan plan(Split.Part part) {
        StoredFile file = part.section().file();
        if (part.section().isWholeFile()) {
            return look(file);
        }
        if (plans.size() >= FILES_KEPT) {
            plans.clear();
        }
        return plans.computeIfAbsent(file, this::look);
    }

    private FilePlan look(StoredFile file) {
        return FilePlan.of(file, storage, Optional.empty(), splitBytes);
    }
}

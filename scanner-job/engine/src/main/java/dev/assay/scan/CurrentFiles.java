package dev.assay.scan;

import dev.assay.gate.FileDigests;
import dev.assay.gate.FileState;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.storage.FileDigest;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.RangeReader;
import dev.assay.storage.Storage;
import dev.assay.storage.StorageException;
import dev.assay.storage.StoredFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The files of a dataset as they lie there now, hashed for the gate. Several at a time, the largest first, so that a big
 * one is not begun when the others are done.
 */
public final class CurrentFiles implements FileDigests {
    private final Storage storage;
    private final Location location;
    private final FileFilter filter;
    private final int threads;

    /**
     * The files of one dataset.
     *
     * @param filter the one the dataset was scanned with
     * @param threads how many files to hash at a time
     */
    public CurrentFiles(Storage storage, Location location, FileFilter filter, int threads) {
        this.storage = storage;
        this.location = location;
        this.filter = filter;
        this.threads = threads;
    }

    @Override
    public Map<String, FileState> now(FileListing expected) {
        Map<String, FileEntry> known = expected.byPath();
        List<StoredFile> files = new ArrayList<>(storage.list(location, filter).files());
        files.sort(Comparator.comparingLong(StoredFile::length).reversed().thenComparing(StoredFile::path));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Map<String, Future<FileState>> states = new TreeMap<>();
            for (StoredFile file : files) {
                FileEntry entry = known.get(file.path());
                boolean sameLength = entry != null && entry.bytes() == file.length();
                // A file that is new, or of another length, differs whatever its digest is.
                states.put(
                        file.path(),
                        pool.submit(() -> sameLength ? hashed(file) : new FileState.Read("", file.length())));
            }
            Map<String, FileState> now = new TreeMap<>();
            states.forEach((path, state) -> now.put(path, outcome(state)));
            return now;
        } finally {
            pool.shutdownNow();
        }
    }

    private FileState hashed(StoredFile file) {
        try (RangeReader reader = storage.open(file)) {
            return new FileState.Read(FileDigest.of(reader, List.of()).sha256(), file.length());
        } catch (StorageException trouble) {
            return new FileState.Unreadable(String.valueOf(trouble.getMessage()));
        }
    }

    private static FileState outcome(Future<FileState> state) {
        try {
            return state.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Hashing failed.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Hashing was interrupted.", stopped);
        }
    }
}

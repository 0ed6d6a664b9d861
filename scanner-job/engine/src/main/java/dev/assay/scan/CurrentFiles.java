package dev.assay.scan;

import dev.assay.config.BytesVerification;
import dev.assay.config.DeclaredListing;
import dev.assay.gate.BytesMode;
import dev.assay.gate.FileDigests;
import dev.assay.gate.FileState;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.storage.ByteRange;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files of a dataset as they lie there now, hashed for the gate. Several files or chunks at a time, the largest file
 * first, so that a big one is not begun when the others are done.
 */
public final class CurrentFiles implements FileDigests {
    private final Storage storage;
    private final Location location;
    private final FileFilter filter;
    private final List<DeclaredListing> listings;
    private final int threads;

    /** The files of a dataset that has no lists beside it. */
    public CurrentFiles(Storage storage, Location location, FileFilter filter, int threads) {
        this(storage, location, filter, List.of(), threads);
    }

    /**
     * The files of one dataset.
     *
     * @param filter the one the dataset was scanned with
     * @param listings lists of its files, which are no part of it
     * @param threads how many files or chunks to hash at a time
     */
    public CurrentFiles(
            Storage storage, Location location, FileFilter filter, List<DeclaredListing> listings, int threads) {
        this.storage = storage;
        this.location = location;
        this.filter = filter;
        this.listings = List.copyOf(listings);
        this.threads = threads;
    }

    @Override
    public Map<String, FileState> now(FileListing expected, BytesMode mode) {
        Map<String, FileEntry> known = expected.byPath();
        List<StoredFile> files = new ArrayList<>(
                Sidecars.without(storage.list(location, filter), listings).files());
        files.sort(Comparator.comparingLong(StoredFile::length).reversed().thenComparing(StoredFile::path));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Map<String, Supplier<FileState>> states = new TreeMap<>();
            for (StoredFile file : files) {
                states.put(file.path(), state(file, known.get(file.path()), mode, pool));
            }
            Map<String, FileState> now = new TreeMap<>();
            states.forEach((path, state) -> now.put(path, state.get()));
            return now;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Begins what has to be read, and says what it came to when asked. */
    private Supplier<FileState> state(
            StoredFile file, @Nullable FileEntry entry, BytesMode mode, ExecutorService pool) {
        long length = file.length();
        // A file that is new, or of another length, differs whatever its digest is.
        if (entry == null || entry.bytes() != length) {
            return () -> new FileState.OfOtherLength(length);
        }
        if (mode.way() == BytesVerification.TRUST_STORAGE) {
            return () -> storage.keepsVersion(file) ? new FileState.Versioned(file.pin()) : new FileState.Unversioned();
        }
        boolean chunked =
                mode.way() == BytesVerification.CHUNKS && !entry.chunks().isEmpty();
        List<ByteRange> ranges = chunked ? Chunks.of(length) : List.of(new ByteRange(0, length));
        List<Future<String>> digests = new ArrayList<>();
        for (ByteRange range : ranges) {
            digests.add(pool.submit(() -> digest(file, range)));
        }
        return () -> {
            try {
                List<String> all = new ArrayList<>();
                for (Future<String> digest : digests) {
                    all.add(outcome(digest));
                }
                return chunked ? new FileState.ReadInChunks(all, length) : new FileState.Read(all.get(0), length);
            } catch (StorageException trouble) {
                return new FileState.Unreadable(String.valueOf(trouble.getMessage()));
            }
        };
    }

    private String digest(StoredFile file, ByteRange range) {
        try (RangeReader reader = storage.open(file)) {
            return FileDigest.ofRange(reader, range).sha256();
        }
    }

    private static String outcome(Future<String> digest) {
        try {
            return digest.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof StorageException told) {
                throw told;
            }
            throw new IllegalStateException("Hashing failed.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Hashing was interrupted.", stopped);
        }
    }
}

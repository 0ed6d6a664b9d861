package dev.assay.scan;

import dev.assay.format.DataException;
import dev.assay.format.FileFormat;
import dev.assay.format.FileLayout;
import dev.assay.format.FileSection;
import dev.assay.format.Formats;
import dev.assay.manifest.StorageFacts;
import dev.assay.storage.ByteRange;
import dev.assay.storage.Listing;
import dev.assay.storage.RangeReader;
import dev.assay.storage.Storage;
import dev.assay.storage.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Divides a dataset into splits. Files are looked into side by side, because on an object store that is mostly waiting,
 * and put together in the order of their paths, so that the plan does not depend on who was first.
 */
final class Planner {
    /** Small files share a split until they have this many bytes together, or this many files. */
    private static final long SMALL_FILES_BYTES = 4L << 20;

    private static final int SMALL_FILES = 256;

    /** A large file is cut into about as many sections, so that it alone keeps several workers busy, but into none this small. */
    private static final int SECTIONS = 8;

    private static final long SMALL_SECTION_BYTES = 32L << 20;

    private final Storage storage;
    private final Optional<String> format;
    private final long splitBytes;

    /**
     * A planner for one dataset.
     *
     * @param format name of the format all files have; empty to look at each
     * @param splitBytes about how many bytes a section of a large file has at most
     */
    Planner(Storage storage, Optional<String> format, long splitBytes) {
        this.storage = storage;
        this.format = format;
        this.splitBytes = splitBytes;
    }

    /**
     * Plans the files of a listing, in its order.
     *
     * @param sidecars lists of the files that others made
     * @param threads how many files to look into at a time
     */
    ScanPlan plan(Listing listing, List<Sidecar> sidecars, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<FilePlan>> plans = new ArrayList<>();
            for (StoredFile file : listing.files()) {
                plans.add(pool.submit(() -> look(file)));
            }
            Splits splits = new Splits();
            for (Future<FilePlan> plan : plans) {
                splits.add(outcome(plan));
            }
            splits.closeSmall();
            splits.addMd5(Sidecars.onlyByMd5(listing.files(), sidecars));
            return new ScanPlan(splits.finish(), LeftOutFiles.of(listing.leftOut()), sidecars, StorageFacts.NONE);
        } finally {
            pool.shutdownNow();
        }
    }

    private static FilePlan outcome(Future<FilePlan> plan) {
        try {
            return plan.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Planning failed.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Planning was interrupted.", stopped);
        }
    }

    private FilePlan look(StoredFile file) {
        try (RangeReader reader = storage.open(file)) {
            FileFormat found = format.isPresent() ? Formats.named(format.get()) : Formats.detect(file, reader);
            FileLayout layout = found.layout(file, reader, sectionBytes(file));
            return new FilePlan(layout.sections(), layout.shared(), "");
        } catch (DataException bad) {
            return new FilePlan(List.of(whole(file)), List.of(), String.valueOf(bad.getMessage()));
        }
    }

    /** Depends on nothing but the file, so that it is cut as it was, and found in the cache, when its dataset grows. */
    private long sectionBytes(StoredFile file) {
        return Math.min(splitBytes, Math.max(SMALL_SECTION_BYTES, file.length() / SECTIONS));
    }

    private static FileSection whole(StoredFile file) {
        return new FileSection(file, "", 0, 0, file.length(), 0, 0, 0, -1);
    }

    /** How one file is divided, or why its cells cannot be read. */
    private record FilePlan(List<FileSection> sections, List<ByteRange> shared, String problem) {
        FilePlan {
            sections = List.copyOf(sections);
            shared = List.copyOf(shared);
        }

        List<Split.Part> parts() {
            return sections.stream()
                    .map(section -> new Split.Part(section, problem))
                    .toList();
        }
    }

    /** Puts the pieces of files together to splits. */
    private static final class Splits {
        private final List<Split> splits = new ArrayList<>();
        private final List<Split.Part> small = new ArrayList<>();
        private long smallBytes;

        void add(FilePlan file) {
            List<Split.Part> parts = file.parts();
            if (parts.size() > 1) {
                closeSmall();
                parts.forEach(part -> add(Split.Kind.SCAN, List.of(part), List.of()));
                add(Split.Kind.DIGEST, parts, file.shared());
                return;
            }
            small.addAll(parts);
            smallBytes += parts.get(0).section().end();
            if (smallBytes >= SMALL_FILES_BYTES || small.size() >= SMALL_FILES) {
                closeSmall();
            }
        }

        private void closeSmall() {
            close(Split.Kind.SCAN);
        }

        /** Files to be hashed with MD5, after all the others. */
        void addMd5(List<StoredFile> files) {
            for (StoredFile file : files) {
                small.add(new Split.Part(whole(file), ""));
                smallBytes += file.length();
                if (smallBytes >= SMALL_FILES_BYTES || small.size() >= SMALL_FILES) {
                    close(Split.Kind.MD5);
                }
            }
            close(Split.Kind.MD5);
        }

        private void close(Split.Kind kind) {
            if (!small.isEmpty()) {
                add(kind, small, List.of());
                small.clear();
                smallBytes = 0;
            }
        }

        private void add(Split.Kind kind, List<Split.Part> parts, List<ByteRange> shared) {
            splits.add(new Split(splits.size(), kind, parts, shared));
        }

        List<Split> finish() {
            return splits;
        }
    }
}

package dev.assay.scan;

import dev.assay.manifest.StorageFacts;
import dev.assay.storage.ByteRange;
import dev.assay.storage.Listing;
import dev.assay.storage.Storage;
import dev.assay.storage.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    private final Storage storage;
    private final Optional<String> format;
    private final long splitBytes;
    private final Optional<LayoutCache> layouts;

    /**
     * A planner for one dataset.
     *
     * @param format name of the format all files have; empty to look at each
     * @param splitBytes about how many bytes a section of a large file has at most
     * @param layouts of files that were looked into before; a format given in advance makes no use of them
     */
    Planner(Storage storage, Optional<String> format, long splitBytes, Optional<LayoutCache> layouts) {
        this.storage = storage;
        this.format = format;
        this.splitBytes = splitBytes;
        this.layouts = format.isPresent() ? Optional.empty() : layouts;
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
            List<Look> looks = LayoutCache.groups(listing.files()).stream()
                    .map(group -> look(group, pool))
                    .toList();
            Splits splits = new Splits();
            looks.forEach(look -> outcome(look).forEach(splits::add));
            splits.closeSmall();
            splits.addMd5(Sidecars.onlyByMd5(listing.files(), sidecars));
            return new ScanPlan(splits.finish(), LeftOutFiles.of(listing.leftOut()), sidecars, StorageFacts.NONE);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Files of one group, and their plans as soon as they are known. */
    private record Look(List<StoredFile> files, List<Future<FilePlan>> plans) {}

    private Look look(List<StoredFile> files, ExecutorService pool) {
        Map<String, FilePlan> known = layouts.map(kept -> kept.find(files)).orElse(Map.of());
        List<Future<FilePlan>> plans = new ArrayList<>();
        for (StoredFile file : files) {
            FilePlan remembered = known.get(file.location().text());
            plans.add(
                    remembered == null
                            ? pool.submit(() -> FilePlan.of(file, storage, format, splitBytes))
                            : CompletableFuture.completedFuture(remembered));
        }
        return new Look(files, plans);
    }

    private List<FilePlan> outcome(Look look) {
        List<FilePlan> plans = look.plans().stream().map(Planner::outcome).toList();
        if (!plans.stream().allMatch(FilePlan::remembered)) {
            layouts.ifPresent(kept -> kept.keep(look.files(), plans));
        }
        return plans;
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
                small.add(new Split.Part(FilePlan.whole(file), "", false));
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

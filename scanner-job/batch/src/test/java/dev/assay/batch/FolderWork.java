package dev.assay.batch;

import dev.assay.json.JsonObject;
import dev.assay.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A small engine: a folder's files are the splits, a checksum is the summary, one text file is the record. */
final class FolderWork implements ScanWork<String> {
    private final Path folder;
    private final Path out;
    private final long delayMillis;
    final AtomicInteger failuresLeft = new AtomicInteger();
    final AtomicInteger published = new AtomicInteger();

    /**
     * Scans a folder.
     *
     * @param out gets {@code record.txt}, and a line in {@code scanned.log} for each split whose scan began
     * @param delayMillis how long each split takes
     */
    FolderWork(Path folder, Path out, long delayMillis) {
        this.folder = folder;
        this.out = out;
        this.delayMillis = delayMillis;
    }

    @Override
    public String dataset() {
        return "folder";
    }

    @Override
    public String request() {
        return "crc32-v1";
    }

    @Override
    public WorkPlan plan() {
        try (Stream<Path> files = Files.list(folder)) {
            return new Plan(
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Override
    public Optional<WorkPlan> resume(JsonObject stored) {
        WorkPlan now = plan();
        return now.toJson().equals(stored) ? Optional.of(now) : Optional.empty();
    }

    @Override
    public Finished<String> conclude(WorkPlan plan, Iterable<JsonObject> summaries, RunFacts run) {
        StringBuilder record = new StringBuilder();
        for (JsonObject summary : summaries) {
            record.append(summary.canonical()).append('\n');
        }
        return () -> {
            published.incrementAndGet();
            write(out.resolve("record.txt"), record.toString());
            return record.toString();
        };
    }

    @Override
    public boolean worthRetrying(RuntimeException trouble) {
        return trouble instanceof StorageException;
    }

    private final class Plan implements WorkPlan {
        private final List<String> names;

        Plan(List<String> names) {
            this.names = names;
        }

        @Override
        public int splits() {
            return names.size();
        }

        @Override
        public long bytes(int split) {
            try {
                return Files.size(folder.resolve(names.get(split)));
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder().putStrings("names", names).build();
        }

        @Override
        public JsonObject scan(int split) {
            write(out.resolve("scanned.log"), split + "\n", StandardOpenOption.APPEND, StandardOpenOption.CREATE);
            if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new StorageException("Cannot read split " + split + ": the disk is asleep.");
            }
            try {
                Thread.sleep(delayMillis);
                CRC32 crc = new CRC32();
                crc.update(Files.readAllBytes(folder.resolve(names.get(split))));
                return JsonObject.builder()
                        .put("name", names.get(split))
                        .put("crc", crc.getValue())
                        .build();
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            } catch (InterruptedException trouble) {
                throw new IllegalStateException(trouble);
            }
        }
    }

    static void write(Path file, String text, StandardOpenOption... how) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), how);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}

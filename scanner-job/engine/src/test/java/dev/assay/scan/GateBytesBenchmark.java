package dev.assay.scan;

import dev.assay.gate.BytesMode;
import dev.assay.gate.FileState;
import dev.assay.json.Sha256;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the gate does with the bytes of a dataset in full mode, next to a bare SHA-256 over the same files by as many
 * threads. Eight files of 64 MiB; their first reading warms the page cache, so this measures hashing, not the disk. Run:
 *
 * <pre>
 * .ci/bench scanner-job/engine GateBytesBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class GateBytesBenchmark {
    private static final int FILES = 8;
    private static final int BYTES = 64 << 20;
    private static final int THREADS = 2;

    private final Storages storage = new Storages(StorageSettings.DEFAULTS);
    private Path directory = Path.of("");
    private FileListing listing = new FileListing(List.of());

    @Setup
    public void write() throws IOException {
        directory = Files.createTempDirectory("gate-benchmark");
        byte[] bytes = new byte[BYTES];
        List<FileEntry> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            new Random(i).nextBytes(bytes);
            String name = "part-" + i + ".bin";
            Files.write(directory.resolve(name), bytes);
            files.add(FileEntry.scanned(name, Sha256.hex(bytes), BYTES, -1, ""));
        }
        listing = new FileListing(files);
    }

    @TearDown
    public void delete() throws IOException {
        for (FileEntry file : listing.files()) {
            Files.delete(directory.resolve(file.path()));
        }
        Files.delete(directory);
        storage.close();
    }

    /** The gate's reading. */
    @Benchmark
    public Map<String, FileState> gate() {
        return new CurrentFiles(storage, new Location(directory.toString()), FileFilter.ALL, THREADS)
                .now(listing, BytesMode.FULL);
    }

    /** As fast as it can be done with the same digest. */
    @Benchmark
    public List<String> bare() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<String>> all = new ArrayList<>();
            listing.files().forEach(file -> all.add(() -> digest(directory.resolve(file.path()))));
            List<String> digests = new ArrayList<>();
            for (Future<String> each : pool.invokeAll(all)) {
                digests.add(each.get());
            }
            return digests;
        } finally {
            pool.shutdownNow();
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.finish(digest);
    }
}

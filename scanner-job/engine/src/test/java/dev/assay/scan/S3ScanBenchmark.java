package dev.assay.scan;

import dev.assay.detect.RuleSet;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.S3ProxyServer;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same Parquet files scanned from local disk and from an S3 server in a process of its own on the same machine, by one
 * thread, planning and concluding left out. Wall-clock time, for waiting is what storage costs. The server's jar must be there:
 * {@code mvn dependency:copy@s3-server -pl scanner-job/engine}. Run:
 * {@code .ci/bench scanner-job/engine S3ScanBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class S3ScanBenchmark {
    private static final int FILES = 4;

    /** How the files are compressed; {@code uncompressed} asks most of the storage. */
    @Param({"uncompressed", "zstd"})
    public String codec = "uncompressed";

    /** Where the files are: {@code local} or {@code s3}. */
    @Param({"local", "s3"})
    public String place = "local";

    private Path directory = Path.of("");
    private Optional<S3ProxyServer> server = Optional.empty();
    private Storages storage = new Storages(StorageSettings.DEFAULTS);
    private ScanEngine engine = engine();
    private ScanPlan plan = new ScanPlan(List.of(), new LeftOutFiles(0, 0));

    private ScanEngine engine() {
        return new ScanEngine(storage, RuleSet.shipped(), new ScanLimits(3, 16 << 20, Long.MAX_VALUE));
    }

    /** Writes the files with an independent writer and serves them if need be. */
    @Setup
    public void write() throws IOException, InterruptedException, SQLException {
        directory = Files.createTempDirectory("s3-benchmark");
        Path data = Files.createDirectories(directory.resolve("data"));
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            for (int file = 0; file < FILES; file++) {
                statement.execute(
                        "COPY (SELECT range AS id, repeat('a ship of ' || hash(range) || ' letters left ', 12) AS text"
                                + " FROM range(" + file * 30_000 + ", " + (file + 1) * 30_000 + ")) TO '"
                                + data.resolve("part-" + file + ".parquet") + "' (FORMAT parquet, CODEC '" + codec
                                + "')");
            }
        }
        String location = data.toString();
        if (place.equals("s3")) {
            S3ProxyServer started = S3ProxyServer.ofFiles(directory.resolve("s3"));
            server = Optional.of(started);
            S3ProxyServer.putKeysInSystemProperties();
            started.createBucket("texts");
            started.putAll("texts", "data/", data);
            storage = new Storages(StorageSettings.DEFAULTS.withS3(started.settings()));
            engine = engine();
            location = "s3://texts/data/";
        }
        plan = engine.plan(new Location(location), FileFilter.ALL, Optional.empty(), 1);
    }

    /** Stops the server and removes everything. */
    @TearDown
    public void remove() throws IOException {
        storage.close();
        server.ifPresent(S3ProxyServer::close);
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Reads, hashes, scans and counts. */
    @Benchmark
    public long scan() {
        return plan.splits().stream()
                .mapToLong(split -> engine.scan(split).rows())
                .sum();
    }
}

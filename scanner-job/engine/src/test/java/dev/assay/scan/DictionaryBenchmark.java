package dev.assay.scan;

import dev.assay.detect.RuleSet;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
 * One column of two million cells that hold a thousand different sentences, dictionary-encoded and plain, with every detector
 * and all of quality. Run: {@code .ci/bench scanner-job/engine DictionaryBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class DictionaryBenchmark {
    private static final String SENTENCES =
            "SELECT 'The parcel of order ' || (hash(range % 1000) % 1000) || ' lies at the desk of"
                    + " hall ' || (range % 10) || ', ask for it before noon.' AS note FROM range(2000000)";

    /** How the column is stored. */
    @Param({"dictionary", "plain"})
    public String encoding = "dictionary";

    private final Storages storage = new Storages(StorageSettings.DEFAULTS);
    private final ScanEngine engine =
            new ScanEngine(storage, RuleSet.shipped(), new ScanLimits(3, 16 << 20, Long.MAX_VALUE));
    private Path directory = Path.of("");
    private ScanPlan plan = new ScanPlan(List.of(), new LeftOutFiles(0, 0));

    /** Writes the file with an independent writer. */
    @Setup
    public void write() throws IOException, SQLException {
        directory = Files.createTempDirectory("dictionary-benchmark");
        int limit = encoding.equals("plain") ? 1 : 100_000;
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (" + SENTENCES + ") TO '" + directory.resolve("notes.parquet")
                    + "' (FORMAT parquet, CODEC 'zstd', DICTIONARY_SIZE_LIMIT " + limit + ")");
        }
        plan = engine.plan(new Location(directory.toString()), FileFilter.ALL, Optional.empty(), 1);
    }

    /** Removes the file. */
    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(directory.resolve("notes.parquet"));
        Files.deleteIfExists(directory);
        storage.close();
    }

    /** Reads, hashes, scans and counts. */
    @Benchmark
    public long scan() {
        return plan.splits().stream()
                .mapToLong(split -> engine.scan(split).rows())
                .sum();
    }
}

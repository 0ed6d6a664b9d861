package dev.assay.scan;

import dev.assay.detect.CellBatch;
import dev.assay.detect.RuleSet;
import dev.assay.format.CellSink;
import dev.assay.format.ColumnSchema;
import dev.assay.format.FileSection;
import dev.assay.format.Formats;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.RangeReader;
import dev.assay.storage.SectionReader;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * One split's scan, with every detector, next to reading and hashing the same cells, and next to searching them without
 * measuring quality: what quality and provenance cost is {@code scannedMillis} of {@code cost} over its
 * {@code searchedMillis}; {@code -p names=off,full} tells what looking for names costs. Run:
 *
 * <pre>
 * .ci/bench scanner-job/engine SplitScanBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class SplitScanBenchmark {
    private static final long ROWS = 100_000;

    /**
     * What the text is: invented {@code words}, the same in cells of some 20 bytes ({@code short}), in cells of two words without
     * a dictionary ({@code labels}, 400 different ones) or with an address in every twentieth cell ({@code dense}), a {@code
     * table} of twenty short columns, the {@code code} of this repository, all of the {@code shared} text beside it, or one
     * folder of that such as {@code peps} or {@code logs}.
     */
    @Param({"words", "shared"})
    public String text = "words";

    /** Whether names are sought: {@code off} or {@code full}. */
    @Param("off")
    public String names = "off";

    /** How the file is compressed. */
    @Param({"snappy", "zstd"})
    public String codec = "snappy";

    /** How often shared text is repeated, each time with another number behind every paragraph. */
    @Param("4")
    public int copies = 4;

    private final Storages storage = new Storages(StorageSettings.DEFAULTS);
    private RuleSet rules = RuleSet.shipped();
    private ScanEngine engine = engine();
    private Path directory = Path.of("");
    private ScanPlan plan = new ScanPlan(List.of(), new LeftOutFiles(0, 0));

    private ScanEngine engine() {
        return new ScanEngine(storage, rules, new ScanLimits(3, 16 << 20, Long.MAX_VALUE));
    }

    /** Writes the file with an independent writer. */
    @Setup
    public void write() throws IOException, SQLException {
        if (names.equals("full")) {
            rules = RuleSet.shippedWithNames();
            engine = engine();
        }
        directory = Files.createTempDirectory("scan-benchmark");
        Path file = directory.resolve("text.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            String plain = text.equals("labels") ? ", DICTIONARY_SIZE_LIMIT 1" : "";
            statement.execute(
                    "COPY (" + query() + ") TO '" + file + "' (FORMAT parquet, CODEC '" + codec + "'" + plain + ")");
        }
        plan = engine.plan(new Location(directory.toString()), FileFilter.ALL, Optional.empty(), 1);
    }

    private String query() {
        return switch (text) {
            case "table" -> "SELECT range AS id, " + WideTable.columns(4) + " FROM range(" + ROWS + ")";
            case "words" -> words(ROWS, 80, "");
            case "short" -> "SELECT text FROM (" + words(20 * ROWS, 4, "") + ")";
            case "labels" -> "SELECT text FROM (" + words(20 * ROWS, 2, "") + ")";
            case "dense" ->
                words(ROWS, 80, " || CASE WHEN id % 20 = 0 THEN ' mail p' || id || '@quaymail.org' ELSE '' END");
            default -> paragraphs();
        };
    }

    /** Rows of so many invented words, about five letters each, with something behind them. */
    private static String words(long rows, int words, String behind) {
        return "SELECT id, string_agg(word, ' ' ORDER BY n)" + behind
                + " AS text FROM (SELECT r.range AS id, n.range AS n,"
                + " (['the','order','of','a','ship','left','harbour','before','noon','and','nobody','knew','why',"
                + "'it','carried','only','letters','from','seven','towns'])[1 + (hash(r.range * 61 + n.range) % 20)::BIGINT]"
                + " AS word FROM range(" + rows + ") r, range(" + words + ") n) GROUP BY id";
    }

    /** Paragraphs of all files, repeated with another number behind each. */
    private String paragraphs() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn"))) {
            root = Objects.requireNonNull(root.getParent());
        }
        Path shared = root.resolveSibling("shared").resolve("data/text");
        String files = switch (text) {
            case "code" ->
                "'" + root + "/*/src/main/java/**/*.java', '" + root + "/scanner-job/*/src/main/java/**/*.java'";
            case "shared" -> "'" + shared + "/**/*'";
            default -> "'" + shared.resolve(text) + "/**/*'";
        };
        return "SELECT r.range AS id, content || r.range AS text FROM (SELECT unnest(string_split(content, chr(10) ||"
                + " chr(10))) AS content FROM read_text([" + files + "])), range(" + copies + ") r";
    }

    /** Removes the file. */
    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(directory.resolve("text.parquet"));
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

    /** Reads, hashes and scans the same cells, and counts nothing but findings. */
    @Benchmark
    public long search() {
        SearchSink search = new SearchSink(rules);
        each(search);
        return search.rows();
    }

    /**
     * What a scan costs over {@link #search}, both in turn within one invocation and by the thread's processor time, so that
     * other work of the machine falls on both alike.
     */
    @Benchmark
    public long cost(Cost cost) {
        long begun = cost.cpu();
        long found = search();
        long between = cost.cpu();
        found += scan();
        cost.searched += between - begun;
        cost.scanned += cost.cpu() - between;
        return found;
    }

    /** Processor time of an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long searched;
        private long scanned;

        private long cpu() {
            return threads.getCurrentThreadCpuTime();
        }

        /** Begins an iteration. */
        @Setup(Level.Iteration)
        public void clear() {
            searched = 0;
            scanned = 0;
        }

        /** Milliseconds without quality and provenance; JMH adds up the iterations. */
        public long searchedMillis() {
            return searched / 1_000_000;
        }

        /** Milliseconds with them. */
        public long scannedMillis() {
            return scanned / 1_000_000;
        }
    }

    /** Reads and hashes the same cells. */
    @Benchmark
    public long read() {
        Bytes bytes = new Bytes();
        each(bytes);
        return bytes.count;
    }

    private void each(CellSink sink) {
        for (Split split : plan.splits()) {
            // A large file has a further split that digests its bytes as a whole.
            if (split.kind() != Split.Kind.SCAN) {
                continue;
            }
            for (Split.Part part : split.sections()) {
                FileSection section = part.section();
                try (RangeReader file = storage.open(section.file());
                        SectionReader reader = new SectionReader(file, section.start(), section.end())) {
                    Formats.named(section.format()).read(section, reader, sink);
                    reader.finish();
                }
            }
        }
    }

    /** Takes cells and does nothing with them. */
    private static final class Bytes implements CellSink {
        private long count;

        @Override
        public int column(ColumnSchema column) {
            return 0;
        }

        @Override
        public void beginRows(long firstRow) {}

        @Override
        public void cells(int column, CellBatch batch, int[] rows) {
            count += batch.limit();
        }

        @Override
        public void dictionary(int column, CellBatch values) {
            count += values.limit();
        }

        @Override
        public void occurrences(int column, int[] ids, int[] rows, int count) {}

        @Override
        public void nulls(int column, long count) {}

        @Override
        public void endRows(int rows) {}

        @Override
        public void notApplicable(int column, String reason, long cells) {}

        @Override
        public void invalidText(int column, long cells) {}

        @Override
        public void irregular(String reason, long rows) {}

        @Override
        public void skipped(String columnPath, String reason, long bytes, long rows) {
            throw new IllegalStateException(reason);
        }
    }
}

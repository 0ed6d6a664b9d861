package dev.assay.scan;

import dev.assay.config.DatasetCard;
import dev.assay.detect.RuleSet;
import dev.assay.manifest.Provenance;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import dev.assay.summary.Suppressions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * A thousand files scanned from cold, again unchanged, and again with one changed, in turn within one invocation and by the
 * thread's processor time: {@code unchangedMillis} over {@code coldMillis} is the share that an unchanged dataset costs. Planning and
 * concluding are in all of them, but not the thread that looks into new files; of unchanged ones there are none. Run:
 * {@code .ci/bench scanner-job/engine RescanBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 4)
@Fork(1)
public class RescanBenchmark {
    private static final int FILES = 1_000;
    private static final String[] WORDS =
            "the order of a ship left harbour before noon and nobody knew why it carried only letters from seven towns"
                    .split(" ");

    /** Lines of a file; each has some 80 words. */
    @Param({"30", "300"})
    public int lines = 30;

    private final Storages storage = new Storages(StorageSettings.DEFAULTS);
    private final RuleSet rules = RuleSet.shipped();
    private Path directory = Path.of("");

    /** Writes the files. */
    @Setup
    public void write() throws IOException {
        directory = Files.createTempDirectory("rescan-benchmark");
        Files.createDirectories(directory.resolve("data"));
        for (int file = 0; file < FILES; file++) {
            write(file, file);
        }
    }

    private void write(int file, int seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            text.append("{\"id\": ").append(line).append(", \"text\": \"");
            for (int word = 0; word < 80; word++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            text.append("\"}\n");
        }
        Files.writeString(directory.resolve("data/part-" + file + ".jsonl"), text, StandardCharsets.UTF_8);
    }

    /** Removes everything. */
    @TearDown
    public void remove() throws IOException {
        remove(directory);
        storage.close();
    }

    private static void remove(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Cold, unchanged, one file changed. */
    @Benchmark
    public long rescan(Cost cost) throws IOException {
        Path cache = Files.createDirectories(directory.resolve("cache"));
        long begun = cost.cpu();
        long seen = scan(cache);
        long cold = cost.cpu();
        seen += scan(cache);
        long unchanged = cost.cpu();
        write(7, (int) (begun % 1_000_003));
        long written = cost.cpu();
        seen += scan(cache);
        cost.changed += cost.cpu() - written;
        cost.unchanged += unchanged - cold;
        cost.cold += cold - begun;
        remove(cache);
        return seen;
    }

    private long scan(Path cache) {
        ScanEngine engine = new ScanEngine(
                storage,
                rules,
                new ScanLimits(3, 1 << 20, 256L << 20),
                Suppressions.NONE,
                Optional.of(new SectionCache(cache)));
        String location = directory.resolve("data").toString();
        ScanPlan plan = engine.plan(new Location(location), FileFilter.ALL, Optional.empty(), 1);
        ScanSummary all = new ScanSummary();
        List.copyOf(plan.splits()).forEach(split -> all.merge(engine.scan(split)));
        Conclusion conclusion = engine.conclude(
                SampleIdentity.of("rescan"), Provenance.of(DatasetCard.forLocation(location)), plan, all);
        return conclusion.reuse().files();
    }

    /** Processor time of an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        private long cold;
        private long unchanged;
        private long changed;

        private long cpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        /** Begins an iteration. */
        @Setup(Level.Iteration)
        public void clear() {
            cold = 0;
            unchanged = 0;
            changed = 0;
        }

        /** Milliseconds from cold; JMH adds up the iterations. */
        public long coldMillis() {
            return cold / 1_000_000;
        }

        /** Milliseconds of the same again. */
        public long unchangedMillis() {
            return unchanged / 1_000_000;
        }

        /** Milliseconds after one file changed. */
        public long changedMillis() {
            return changed / 1_000_000;
        }
    }
}

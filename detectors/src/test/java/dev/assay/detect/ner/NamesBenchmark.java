package dev.assay.detect.ner;

import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.Detector;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import dev.assay.detect.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What looking for names costs the search of real text beside the repository: every detector but those of names ({@code off}), every
 * detector ({@code full}), those of names by themselves ({@code alone}). One operation is one pass over the first 2 MB of a folder, so
 * 2,000 divided by the milliseconds of an operation is MB/s. Nothing is read, decoded or counted.
 *
 * <pre>
 * .ci/bench detectors NamesBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
public class NamesBenchmark {
    private static final int BYTES = 2_000_000;
    private static final List<String> OF_NAMES = List.of("person-name", "place-name", "organization-name");

    /** A folder of {@code ../shared/data/text}, or {@code code}: the sources of this module. */
    @Param({"peps", "logs", "code"})
    public String text = "peps";

    /** What a cell is: a {@code line} or a whole {@code file}. */
    @Param({"line", "file"})
    public String cell = "line";

    /** Which detectors: {@code off}, {@code full} or {@code alone}. */
    @Param({"off", "full", "alone"})
    public String names = "off";

    private final CellBatch batch = new CellBatch(BYTES);
    private final Findings findings = new Findings();
    private RuleSet rules = RuleSet.of(List.of());
    private CellScanner scanner = rules.scanner();
    private ColumnContext column = rules.column("");

    @Setup
    public void prepare() throws IOException {
        List<Detector> ofNames = RuleSet.shippedWithNames().detectors().stream()
                .filter(detector -> OF_NAMES.contains(detector.id()))
                .toList();
        rules = switch (names) {
            case "off" -> RuleSet.shipped();
            case "full" -> RuleSet.shippedWithNames();
            default -> RuleSet.of(ofNames);
        };
        scanner = rules.scanner();
        column = rules.column("");
        batch.clear();
        Path folder = text.equals("code") ? Path.of("src/main/java") : SharedData.path("data/text/" + text);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** Latin letters stand for bytes, whatever they are. */
    private void add(String content) {
        List<String> cells = cell.equals("line") ? content.lines().toList() : List.of(content);
        for (String one : cells) {
            byte[] bytes = one.getBytes(StandardCharsets.ISO_8859_1);
            int room = BYTES - batch.limit();
            if (room <= 0) {
                return;
            }
            batch.add(bytes, 0, Math.min(bytes.length, room));
        }
    }

    @Benchmark
    public int scan() {
        scanner.scan(batch, column, findings);
        return findings.size();
    }
}

package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Scans 4 MB of generated prose with the shipped catalogue filled up to a number of detectors; one operation is one pass,
 * so 1,000 divided by the milliseconds of an operation, times four, is MB/s.
 *
 * <pre>
 * mvn -q -Dquick test-compile -pl detectors -am
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/class-path -Dmdep.includeScope=test -pl detectors -am
 * java -cp detectors/target/test-classes:detectors/target/classes:config/target/classes:$(cat detectors/target/class-path) \
 *     dev.assay.detect.CellScannerBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 2)
public class CellScannerBenchmark {
    static final int BYTES = 4_000_000;

    /** How many detectors. */
    @Param({"80", "230"})
    public int detectors;

    /** Bytes of a cell, about. */
    @Param({"430", "20"})
    public int cell;

    /** Cells of a thousand that hold something to find. */
    @Param({"5", "50"})
    public int perMille;

    private final CellBatch batch = new CellBatch(BYTES);
    private final Findings findings = new Findings();
    private RuleSet rules = RuleSet.of(List.of());
    private CellScanner scanner = rules.scanner();
    private ColumnContext column = rules.column("");

    @Setup
    public void prepare() {
        List<Detector> all = new ArrayList<>(RuleSet.shipped().detectors());
        all.addAll(Shapes.many(Math.max(0, detectors - all.size())));
        rules = RuleSet.of(all);
        scanner = rules.scanner();
        column = rules.column("");
        batch.clear();
        for (byte[] text : prose(BYTES, cell, perMille)) {
            batch.add(text, 0, text.length);
        }
    }

    @Benchmark
    public int scan() {
        scanner.scan(batch, column, findings);
        return findings.size();
    }

    /** Prose-like cells: words by frequency, capitals, punctuation, now and then a number, date, path or identifier. */
    static List<byte[]> prose(int bytes, int cellLength, int perMille) {
        Random random = new Random(7);
        String[] words = words(random);
        List<byte[]> cells = new ArrayList<>();
        int total = 0;
        while (total < bytes) {
            StringBuilder text = new StringBuilder();
            while (text.length() < cellLength) {
                piece(random, words, text);
            }
            if (random.nextInt(1000) < perMille) {
                text.append(" ip 10.20.30.")
                        .append(random.nextInt(255))
                        .append(" mail ")
                        .append(words[random.nextInt(99)])
                        .append("@firma.io");
            }
            byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
            cells.add(utf8);
            total += utf8.length + 1;
        }
        return cells;
    }

    private static void piece(Random random, String[] words, StringBuilder text) {
        int kind = random.nextInt(100);
        double zipf = Math.pow(words.length, random.nextDouble());
        String word = words[(int) zipf - 1];
        switch (kind) {
            case 0, 1 -> text.append(random.nextInt(1000)).append(' ');
            case 2 ->
                text.append(2000 + random.nextInt(30))
                        .append("-0")
                        .append(1 + random.nextInt(9))
                        .append("-17 ");
            case 3 ->
                text.append(word)
                        .append('_')
                        .append(words[random.nextInt(words.length)])
                        .append("() ");
            case 4 ->
                text.append("https://")
                        .append(word)
                        .append(".org/")
                        .append(word)
                        .append(' ');
            case 5, 6, 7, 8 -> text.append(word).append(", ");
            case 9, 10, 11 -> text.append(word).append(".\n");
            case 12, 13, 14, 15, 16 ->
                text.append(Character.toUpperCase(word.charAt(0)))
                        .append(word, 1, word.length())
                        .append(' ');
            case 17 -> text.append("größer für ");
            default -> text.append(word).append(' ');
        }
    }

    private static String[] words(Random random) {
        String letters =
                "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddlllluuuccmmwwffggyyppbbvkjxqz";
        String[] words = new String[5000];
        for (int i = 0; i < words.length; i++) {
            int length = 1 + Math.min(12, (int) (Math.log(i + 2) + random.nextInt(4)));
            StringBuilder word = new StringBuilder();
            for (int j = 0; j < length; j++) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            words[i] = word.toString();
        }
        return words;
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(CellScannerBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}

package dev.assay.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints what each detector of the shipped catalogue costs by itself, dearest first: nanoseconds a kilobyte, positions the
 * front filter lets through and steps behind it, both per million bytes, and findings. Shows a new detector that is not
 * selective before it slows every scan.
 *
 * <pre>
 * java -cp (as for {@link CellScannerBenchmark}) dev.assay.detect.DetectorCosts [folder of text]
 * </pre>
 */
final class DetectorCosts {
    private static final int BYTES = 2_000_000;
    private static final int CELL = 2_000;

    private DetectorCosts() {}

    private record Cost(String id, long nanosPerKilobyte, long survived, long steps, int findings) {}

    public static void main(String[] args) throws IOException {
        CellBatch batch = args.length > 0 ? files(Path.of(args[0])) : generated();
        List<Cost> costs = new ArrayList<>();
        for (Detector detector : RuleSet.shipped().detectors()) {
            costs.add(cost(detector, batch));
        }
        costs.sort(Comparator.comparingLong(Cost::nanosPerKilobyte).reversed());
        System.out.println("ns/KB\tsurvived/MB\tsteps/MB\tfindings\tdetector");
        for (Cost cost : costs) {
            System.out.println(cost.nanosPerKilobyte + "\t" + cost.survived + "\t" + cost.steps + "\t" + cost.findings
                    + "\t" + cost.id);
        }
    }

    private static Cost cost(Detector detector, CellBatch batch) {
        RuleSet rules = RuleSet.of(List.of(detector));
        CellScanner scanner = rules.scanner();
        ColumnContext column = rules.column("");
        Findings findings = new Findings();
        scanner.scan(batch, column, findings);
        long survived = scanner.survived();
        long steps = scanner.steps();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long began = System.nanoTime();
            scanner.scan(batch, column, findings);
            best = Math.min(best, System.nanoTime() - began);
        }
        long bytes = batch.limit();
        return new Cost(
                detector.id(),
                best * 1000 / bytes,
                survived * 1_000_000 / bytes,
                steps * 1_000_000 / bytes,
                findings.size());
    }

    static CellBatch generated() {
        CellBatch batch = new CellBatch(BYTES);
        for (byte[] cell : CellScannerBenchmark.prose(BYTES, CELL, 5)) {
            batch.add(cell, 0, cell.length);
        }
        return batch;
    }

    /** A piece of every file, so that no kind of text is left out. */
    static CellBatch files(Path folder) throws IOException {
        CellBatch batch = new CellBatch(BYTES);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        int share = BYTES / Math.max(1, files.size());
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            int taken = Math.min(bytes.length, share);
            for (int from = 0; from < taken; from += CELL) {
                batch.add(bytes, from, Math.min(CELL, taken - from));
            }
        }
        return batch;
    }
}

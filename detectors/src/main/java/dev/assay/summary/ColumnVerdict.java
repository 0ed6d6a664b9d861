package dev.assay.summary;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import dev.assay.summary.ChanceTest.Verdict;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * What a column as a whole says of its cells. A number that passes a weak check may be anything; a column in which far
 * more values pass than chance lets pass holds what the check is for, with or without a telling header, and one in which
 * no more pass than chance lets pass holds something else, whatever its header. Only cells that the finding fills whole
 * are weighed: in running text a number stands on its own words.
 *
 * @param holds id of the detector whose values the column holds; empty if none is beyond chance
 * @param noise ids of the detectors whose hits on whole cells are no more than chance
 */
public record ColumnVerdict(Optional<String> holds, Set<String> noise) {
    /** Confidence of a cell that its column vouches for. */
    public static final int VOUCHED = 95;

    /** Of the values with the right shape, the share that must pass before a column holds what they are. */
    private static final int LEAST_SHARE_PERCENT = 50;

    public ColumnVerdict {
        noise = Set.copyOf(noise);
    }

    /**
     * Weighs a column.
     *
     * @param chancePpm by detector id, how often a random value of the right shape passes its check; 0 if it has no weak
     *     check
     */
    public static ColumnVerdict of(ColumnSummary column, ToLongFunction<String> chancePpm) {
        Map<String, Passing> passing = passing(column);
        SortedSet<String> noise = new TreeSet<>();
        TreeMap<String, Passing> beyond = new TreeMap<>();
        passing.forEach((detector, counts) -> {
            long chance = chancePpm.applyAsLong(detector);
            if (chance > 0) {
                // A value that is repeated is one piece of evidence, however many cells hold it.
                long different = column.passing(detector).estimate();
                long values = different + column.refused(detector).estimate();
                Verdict verdict = ChanceTest.judge(different, values, chance);
                if (verdict == Verdict.NOISE) {
                    noise.add(detector);
                } else if (verdict == Verdict.BEYOND_CHANCE && different * 100 >= values * LEAST_SHARE_PERCENT) {
                    beyond.put(detector, counts);
                }
            }
        });
        Optional<String> holds = beyond.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, Passing> entry) -> entry.getValue().best)
                        .thenComparingLong(entry -> entry.getValue().cells)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
        return new ColumnVerdict(holds, noise);
    }

    /** Whether the column says that it holds what this candidate is. */
    boolean isVouchedFor(DetectorKey key) {
        return key.whole() && key.findingClass() == FindingClass.REAL && holds.equals(Optional.of(key.detector()));
    }

    private static Map<String, Passing> passing(ColumnSummary column) {
        Map<String, Passing> passing = new TreeMap<>();
        column.detectors().forEach((key, tally) -> {
            if (key.whole() && key.findingClass() == FindingClass.REAL) {
                passing.computeIfAbsent(key.detector(), unused -> new Passing()).add(key.confidence(), tally.cells());
            }
        });
        return passing;
    }

    /** Whole cells a detector took or might have taken, and its best word for any of them. */
    private static final class Passing {
        private long cells;
        private int best;

        void add(int confidence, long count) {
            cells += count;
            best = Math.max(best, Math.min(confidence, ConfidenceBand.CERTAIN.floor()));
        }
    }
}

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

    /** Most a finding on a whole cell counts for where its column says that its kind is no more than chance. */
    public static final int DOUBTED = 20;

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

    /** What the column says of a candidate. Published test values and parts of a cell are not its to judge. */
    public Word of(String detector, FindingClass findingClass, Extent extent) {
        if (extent == Extent.PART || findingClass != FindingClass.REAL) {
            return Word.NOTHING;
        }
        if (holds.filter(detector::equals).isPresent()) {
            return Word.VOUCHED;
        }
        return noise.contains(detector) ? Word.DOUBTED : Word.NOTHING;
    }

    /** As {@link #of(String, FindingClass, Extent)}. */
    Word of(DetectorKey key) {
        return of(key.detector(), key.findingClass(), key.whole() ? Extent.WHOLE_CELL : Extent.PART);
    }

    /** How much of its cell a candidate fills. */
    public enum Extent {
        WHOLE_CELL,
        PART
    }

    /** What a column says of one candidate. */
    public enum Word {
        /** The column holds what the candidate is. */
        VOUCHED,
        /** No more values of its kind pass than chance lets pass. */
        DOUBTED,
        NOTHING;

        /** The confidence of a finding once its column has been heard, given the one it has alone. */
        public int confidence(int alone) {
            return switch (this) {
                case VOUCHED -> ColumnVerdict.VOUCHED;
                case DOUBTED -> Math.min(alone, ColumnVerdict.DOUBTED);
                case NOTHING -> alone;
            };
        }
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

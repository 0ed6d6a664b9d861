package dev.assay.summary;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import dev.assay.detect.RuleSet;
import dev.assay.summary.ChanceTest.Verdict;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** Of the filled cells, the share that must read as names before a column holds names: nothing else tells a name. */
    private static final int LEAST_SHARE_OF_NAMES_PERCENT = 60;

    /** What has to be known of detectors to weigh a column by what they found. */
    interface Weights {
        /** How often a random value of the right shape passes its check, in parts per million; 0 if it has no weak check. */
        long chancePpm(String detector);

        /** Whether no shape describes what it finds, so that it is one of those that find names. */
        boolean findsNames(String detector);
    }

    /** Weighs a column by what detectors of a rule set found in it. */
    public static ColumnVerdict of(ColumnSummary column, RuleSet rules) {
        return of(column, new Weights() {
            @Override
            public long chancePpm(String detector) {
                return rules.index(detector)
                        .map(index -> rules.detector(index).chancePpm())
                        .orElse(0);
            }

            @Override
            public boolean findsNames(String detector) {
                return rules.index(detector)
                        .filter(index -> rules.detector(index).shapes().isEmpty())
                        .isPresent();
            }
        });
    }

    static ColumnVerdict of(ColumnSummary column, Weights weights) {
        Map<String, Passing> passing = passing(column);
        SortedSet<String> noise = new TreeSet<>();
        TreeMap<String, Passing> beyond = new TreeMap<>();
        passing.forEach((detector, counts) -> {
            long chance = weights.chancePpm(detector);
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
        settleNames(column, weights, beyond, passing.keySet(), noise);
        Optional<String> holds = beyond.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, Passing> entry) -> entry.getValue().best)
                        .thenComparingLong(entry -> entry.getValue().cells)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
        return new ColumnVerdict(holds, noise);
    }

    /**
     * Of the kinds of names a column may hold, leaves the one that most of its cells read as, if enough do; the others are then
     * noise, for a surname may be a town's name too.
     */
    private static void settleNames(
            ColumnSummary column,
            Weights weights,
            TreeMap<String, Passing> beyond,
            Set<String> detectors,
            SortedSet<String> noise) {
        long filled = column.cells() - column.empty();
        beyond.entrySet()
                .removeIf(entry -> weights.findsNames(entry.getKey())
                        && entry.getValue().cells * 100 < filled * LEAST_SHARE_OF_NAMES_PERCENT);
        Optional<String> names = beyond.entrySet().stream()
                .filter(entry -> weights.findsNames(entry.getKey()))
                .max(Comparator.comparingLong((Map.Entry<String, Passing> entry) -> entry.getValue().cells)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
        if (names.isPresent()) {
            detectors.stream()
                    .filter(detector -> weights.findsNames(detector) && !detector.equals(names.get()))
                    .forEach(detector -> {
                        beyond.remove(detector);
                        noise.add(detector);
                    });
        }
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

package dev.assay.detect.ner;

import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trains a maximum-entropy model (multinomial logistic regression) by stochastic gradients with a step of its own for each
 * weight (AdaGrad: Duchi, Hazan and Singer 2011). One thread, one fixed order of events, {@link StrictMath}: the same events give
 * the same weights on every machine, which a parallel trainer's sums do not promise.
 */
final class Maxent {
    /**
     * How a model is trained.
     *
     * @param passes how often each event is seen
     * @param cost of half the square of each weight
     * @param step size of a weight's first step
     * @param cutoff in how many events a feature must be to count
     */
    record Settings(int passes, double cost, double step, int cutoff) {}

    private static final int OUTCOMES = NameModel.OUTCOMES;
    /** Features all of whose weights are smaller are left out. */
    private static final int LEAST_WEIGHT = 40;

    private final Settings settings;
    private final long[] known;
    /** What each weight is pulled towards zero by in each event that has its feature. */
    private final double[] pull;

    private final double[] weights;
    private final double[] squares;

    private Maxent(Events events, Settings settings) {
        this.settings = settings;
        long[] all = new long[events.size() * NameFeatures.COUNT];
        for (int i = 0; i < events.size(); i++) {
            System.arraycopy(events.features(i), 0, all, i * NameFeatures.COUNT, NameFeatures.COUNT);
        }
        Arrays.parallelSort(all);
        long[] kept = new long[all.length];
        double[] pulls = new double[all.length];
        int count = 0;
        int at = 0;
        while (at < all.length) {
            int end = at;
            while (end < all.length && all[end] == all[at]) {
                end++;
            }
            if (end - at >= settings.cutoff()) {
                kept[count] = all[at];
                pulls[count++] = settings.cost() / (end - at);
            }
            at = end;
        }
        known = Arrays.copyOf(kept, count);
        pull = Arrays.copyOf(pulls, count);
        weights = new double[count * OUTCOMES];
        squares = new double[count * OUTCOMES];
    }

    /** Weights of a model in {@code 1/}{@value NameModel#SCALE}, one for each outcome, by feature. */
    static SortedMap<Long, short[]> train(Events events, Settings settings) {
        Maxent maxent = new Maxent(events, settings);
        maxent.learn(events);
        return maxent.rounded();
    }

    private void learn(Events events) {
        int[][] ids = new int[events.size()][];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Arrays.stream(events.features(i))
                    .mapToInt(feature -> Arrays.binarySearch(known, feature))
                    .filter(id -> id >= 0)
                    .toArray();
        }
        int[] order = new int[ids.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(11);
        double[] error = new double[OUTCOMES];
        for (int pass = 0; pass < settings.passes(); pass++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            for (int event : order) {
                judge(ids[event], error);
                error[events.outcome(event)] -= 1;
                step(ids[event], error);
            }
        }
    }

    /** How probable each outcome is. */
    private void judge(int[] features, double[] into) {
        Arrays.fill(into, 0);
        for (int id : features) {
            for (int outcome = 0; outcome < OUTCOMES; outcome++) {
                into[outcome] += weights[id * OUTCOMES + outcome];
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double score : into) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int outcome = 0; outcome < OUTCOMES; outcome++) {
            into[outcome] = StrictMath.exp(into[outcome] - most);
            sum += into[outcome];
        }
        for (int outcome = 0; outcome < OUTCOMES; outcome++) {
            into[outcome] /= sum;
        }
    }

    private void step(int[] features, double[] error) {
        for (int id : features) {
            for (int outcome = 0; outcome < OUTCOMES; outcome++) {
                int at = id * OUTCOMES + outcome;
                double slope = error[outcome] + pull[id] * weights[at];
                squares[at] += slope * slope;
                weights[at] -= settings.step() * slope / Math.sqrt(squares[at] + 1e-6);
            }
        }
    }

    private SortedMap<Long, short[]> rounded() {
        TreeMap<Long, short[]> rows = new TreeMap<>();
        for (int id = 0; id < known.length; id++) {
            short[] row = new short[OUTCOMES];
            boolean counts = false;
            for (int outcome = 0; outcome < OUTCOMES; outcome++) {
                long weight = Math.round(weights[id * OUTCOMES + outcome] * NameModel.SCALE);
                row[outcome] = (short) Math.max(-0x3FFF, Math.min(0x3FFF, weight));
                counts |= Math.abs(row[outcome]) >= LEAST_WEIGHT;
            }
            if (counts) {
                rows.put(known[id], row);
            }
        }
        return rows;
    }
}

package dev.assay.summary;

/**
 * Tells whether so many of a column's values pass a check that chance cannot be the reason, or so few that it can.
 *
 * <p>If each of {@code n} values passed by chance with probability {@code p}, the probability that {@code k} or more do
 * is at most exp(−n·D(k/n ‖ p)), where D is the relative entropy of two coin flips (Chernoff 1952, Hoeffding 1963). This
 * bound is never below the true tail, so what it calls certain is certain, and it needs no sum over millions of terms.
 * {@link StrictMath} gives the same bits everywhere, and only the comparison leaves this class.
 */
final class ChanceTest {
    /** A tail below 10⁻⁹: no column in a lifetime of scans gets here by chance. */
    private static final double CERTAIN = 9 * StrictMath.log(10);
    /** A tail above 10⁻³ is what noise gives now and then in a table of many columns. */
    private static final double NOISE = 3 * StrictMath.log(10);

    /**
     * Fewer values than this are never called noise: a short column says little either way. Nor is a column of which
     * most values pass, as happens by chance where a check refuses little: that is no ground against a telling header.
     */
    private static final long FEWEST_FOR_NOISE = 20;

    private ChanceTest() {}

    /** What the passing values of a column say. */
    enum Verdict {
        BEYOND_CHANCE,
        UNDECIDED,
        NOISE
    }

    /**
     * Judges a column.
     *
     * @param passing values that pass the check
     * @param values values in all
     * @param chancePpm how often a random value of the right shape passes, in parts per million
     */
    static Verdict judge(long passing, long values, long chancePpm) {
        double evidence = evidence(passing, values, chancePpm);
        if (evidence >= CERTAIN) {
            return Verdict.BEYOND_CHANCE;
        }
        boolean mostFail = passing * 2 < values;
        return evidence < NOISE && mostFail && values >= FEWEST_FOR_NOISE ? Verdict.NOISE : Verdict.UNDECIDED;
    }

    /** n·D(k/n ‖ p), in nats; 0 if no more pass than chance lets pass. */
    private static double evidence(long passing, long values, long chancePpm) {
        double share = (double) passing / values;
        double chance = chancePpm / 1e6;
        if (share <= chance) {
            return 0;
        }
        double failing = share == 1 ? 0 : (1 - share) * StrictMath.log((1 - share) / (1 - chance));
        return values * (share * StrictMath.log(share / chance) + failing);
    }
}

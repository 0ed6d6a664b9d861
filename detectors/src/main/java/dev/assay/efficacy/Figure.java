package dev.assay.efficacy;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * How often one entity type was found, missed and seen where it is not, in the items of one language.
 *
 * @param entity name of the entity type
 * @param language of the items; empty where the corpus says none
 * @param found values that were found: true positives
 * @param wrong findings where no such value is: false positives
 * @param missed values that were not found: false negatives
 */
public record Figure(String entity, String language, long found, long wrong, long missed)
        implements Comparable<Figure> {
    private static final Comparator<Figure> ORDER =
            Comparator.comparing(Figure::entity).thenComparing(Figure::language);
    private static final long MILLION = 1_000_000;
    /** z² of the interval that holds the truth in 95 of 100 cases, z = 1.959964, in millionths. */
    private static final BigInteger Z2 = BigInteger.valueOf(3_841_459);

    private static final BigInteger PPM = BigInteger.valueOf(MILLION);

    /** Both together. */
    Figure plus(Figure other) {
        return new Figure(entity, language, found + other.found, wrong + other.wrong, missed + other.missed);
    }

    /** Whether the corpus holds values of this type, so that recall means something. */
    public boolean hasRecall() {
        return found + missed > 0;
    }

    /** Whether anything was found, so that precision means something. */
    public boolean hasPrecision() {
        return found + wrong > 0;
    }

    /** Found among all values, in parts per million; −1 where there is none. */
    public long recallPpm() {
        return ppm(found, found + missed);
    }

    /** The lower end of recall's 95 % interval; −1 where there is none. */
    public long recallLowPpm() {
        return lowPpm(found, found + missed);
    }

    /** Right among all findings, in parts per million; −1 where there is none. */
    public long precisionPpm() {
        return ppm(found, found + wrong);
    }

    /** The lower end of precision's 95 % interval; −1 where there is none. */
    public long precisionLowPpm() {
        return lowPpm(found, found + wrong);
    }

    /** Both in one number, recall weighing twice (van Rijsbergen 1979), in parts per million; −1 where there is none. */
    public long f2Ppm() {
        return ppm(5 * found, 5 * found + 4 * missed + wrong);
    }

    private static long ppm(long part, long whole) {
        return whole == 0 ? -1 : part * MILLION / whole;
    }

    /**
     * The lower end of Wilson's score interval (1927), in whole numbers, rounded down. With k of n and z² = Z/10⁶:
     *
     * <pre>
     *  ( 2k + z² − √( z⁴ + 4 z² k (n − k) / n ) ) / ( 2n + 2z² )
     * </pre>
     *
     * Everything is multiplied by 10⁶; the root is rounded up.
     */
    public static long lowPpm(long part, long whole) {
        if (whole == 0) {
            return -1;
        }
        if (part == 0) {
            return 0;
        }
        BigInteger k = BigInteger.valueOf(part);
        BigInteger n = BigInteger.valueOf(whole);
        BigInteger spread = Z2.multiply(PPM).multiply(k).multiply(n.subtract(k)).shiftLeft(2);
        BigInteger root = rootRoundedUp(Z2.multiply(Z2).add(dividedRoundedUp(spread, n)));
        BigInteger top = k.shiftLeft(1).multiply(PPM).add(Z2).subtract(root);
        BigInteger bottom = n.multiply(PPM).add(Z2).shiftLeft(1);
        return Math.max(0, top.multiply(PPM).divide(bottom).longValueExact());
    }

    /** The upper end of the same interval, rounded up; a million where nothing was counted. */
    public static long highPpm(long part, long whole) {
        return whole == 0 ? MILLION : MILLION - lowPpm(whole - part, whole);
    }

    private static BigInteger dividedRoundedUp(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }

    private static BigInteger rootRoundedUp(BigInteger square) {
        BigInteger root = square.sqrt();
        return root.multiply(root).equals(square) ? root : root.add(BigInteger.ONE);
    }

    @Override
    public int compareTo(Figure other) {
        return ORDER.compare(this, other);
    }
}

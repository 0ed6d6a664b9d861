package dev.assay.manifest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How far one histogram lies from another, in parts per million, rounded down.
 *
 * <p>Kolmogorov–Smirnov is the largest distance of the cumulative shares over all buckets, computed exactly. The other two
 * are sums over bins: neighbouring buckets joined until a bin holds a tenth of the first histogram, as is customary, so
 * that few values do not look like a shift. The population stability index is Σ (p − q)·ln(p / q), half a count added to
 * every bin so that an empty one does not make it infinite. Jensen–Shannon is the divergence of both from their mean in
 * bits, so that 1 is its largest value. {@link StrictMath} and the fixed order of the bins give the same bits everywhere.
 *
 * @param psiPpm population stability index
 * @param ksPpm Kolmogorov–Smirnov distance, at most 1,000,000
 * @param jsPpm Jensen–Shannon divergence, at most 1,000,000
 */
public record Distance(long psiPpm, long ksPpm, long jsPpm) {
    private static final int BINS = 10;
    private static final double MILLION = 1e6;

    public Distance {
        Require.count(psiPpm, "psiPpm");
        Require.count(ksPpm, "ksPpm");
        Require.count(jsPpm, "jsPpm");
    }

    /**
     * Compares two histograms over the same grid, neither empty.
     *
     * @param reference what the bins follow
     */
    public static Distance between(Histogram reference, Histogram other) {
        List<long[]> bins = bins(reference, other);
        return new Distance(
                psi(bins, reference.total(), other.total()), ks(reference, other), js(bins, reference, other));
    }

    private static List<long[]> bins(Histogram reference, Histogram other) {
        List<long[]> bins = new ArrayList<>();
        long[] bin = new long[2];
        for (int bucket : buckets(reference, other)) {
            bin[0] += reference.counts().getOrDefault(bucket, 0L);
            bin[1] += other.counts().getOrDefault(bucket, 0L);
            if (bin[0] * BINS >= reference.total()) {
                bins.add(bin);
                bin = new long[2];
            }
        }
        if (bin[0] > 0 || bin[1] > 0) {
            bins.add(bin);
        }
        return bins;
    }

    private static TreeSet<Integer> buckets(Histogram a, Histogram b) {
        TreeSet<Integer> buckets = new TreeSet<>(a.counts().keySet());
        buckets.addAll(b.counts().keySet());
        return buckets;
    }

    private static long psi(List<long[]> bins, long total, long otherTotal) {
        double sum = 0;
        double half = bins.size() / 2.0;
        for (long[] bin : bins) {
            double p = (bin[0] + 0.5) / (total + half);
            double q = (bin[1] + 0.5) / (otherTotal + half);
            sum += (p - q) * StrictMath.log(p / q);
        }
        return ppm(sum);
    }

    private static long ks(Histogram a, Histogram b) {
        BigInteger totals = BigInteger.valueOf(a.total()).multiply(BigInteger.valueOf(b.total()));
        BigInteger largest = BigInteger.ZERO;
        long ofA = 0;
        long ofB = 0;
        for (int bucket : buckets(a, b)) {
            ofA += a.counts().getOrDefault(bucket, 0L);
            ofB += b.counts().getOrDefault(bucket, 0L);
            BigInteger difference = BigInteger.valueOf(ofA)
                    .multiply(BigInteger.valueOf(b.total()))
                    .subtract(BigInteger.valueOf(ofB).multiply(BigInteger.valueOf(a.total())));
            largest = largest.max(difference.abs());
        }
        return largest.multiply(BigInteger.valueOf(1_000_000)).divide(totals).longValueExact();
    }

    private static long js(List<long[]> bins, Histogram a, Histogram b) {
        double sum = 0;
        for (long[] bin : bins) {
            double p = (double) bin[0] / a.total();
            double q = (double) bin[1] / b.total();
            double mean = (p + q) / 2;
            sum += (p == 0 ? 0 : p * StrictMath.log(p / mean)) + (q == 0 ? 0 : q * StrictMath.log(q / mean));
        }
        return Math.min(1_000_000, ppm(sum / 2 / StrictMath.log(2)));
    }

    private static long ppm(double value) {
        return (long) Math.max(0, StrictMath.floor(value * MILLION));
    }
}

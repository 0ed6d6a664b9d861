package dev.assay.summary;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The k samples with the smallest order. Merging in any order keeps the same ones. */
final class SmallestSamples {
    private final int limit;
    private final TreeSet<Sample> kept = new TreeSet<>();

    SmallestSamples(int limit) {
        this.limit = limit;
    }

    /** Whether a sample of this order could be among those kept; asked before a sample is made. */
    boolean wants(long order) {
        return limit > 0 && (kept.size() < limit || order <= kept.last().order());
    }

    void add(Sample sample) {
        if (limit > 0 && kept.add(sample) && kept.size() > limit) {
            kept.pollLast();
        }
    }

    void addAll(Collection<Sample> samples) {
        samples.forEach(this::add);
    }

    List<Sample> sorted() {
        return List.copyOf(kept);
    }
}

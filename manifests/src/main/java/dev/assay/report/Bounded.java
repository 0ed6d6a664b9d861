package dev.assay.report;

import java.util.List;

/**
 * The beginning of a list that may be long.
 *
 * @param shown the first ones
 * @param more how many follow
 */
record Bounded<T>(List<T> shown, long more) {
    static <T> Bounded<T> of(List<T> all, int max) {
        return new Bounded<>(List.copyOf(all.subList(0, Math.min(max, all.size()))), Math.max(0, all.size() - max));
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    /** How many there are altogether. */
    long all() {
        return shown.size() + more;
    }
}

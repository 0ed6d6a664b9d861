package dev.assay.quality;

import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts by bucket of a fixed range of buckets, allocated once something is counted. */
final class Grid {
    private final int lowest;
    private final int buckets;
    private long[] counts = new long[0];

    /** No counts yet, for the buckets from {@code lowest} on. */
    Grid(int lowest, int buckets) {
        this.lowest = lowest;
        this.buckets = buckets;
    }

    void add(int bucket, long times) {
        counts()[bucket - lowest] += times;
    }

    /** What the buckets count, the lowest first, to be added to. */
    long[] counts() {
        if (counts.length == 0) {
            counts = new long[buckets];
        }
        return counts;
    }

    void merge(Grid other) {
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] > 0) {
                add(i + lowest, other.counts[i]);
            }
        }
    }

    /** Buckets that count something. */
    SortedMap<Integer, Long> counted() {
        TreeMap<Integer, Long> counted = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                counted.put(i + lowest, counts[i]);
            }
        }
        return Collections.unmodifiableSortedMap(counted);
    }

    /** Bucket, count, bucket, count … */
    Json toJson() {
        List<Json> pairs = new ArrayList<>();
        counted().forEach((bucket, count) -> {
            pairs.add(Json.of(bucket));
            pairs.add(Json.of(count));
        });
        return Json.of(pairs);
    }

    void read(JsonArray pairs) {
        List<Long> numbers = pairs.longs();
        for (int i = 0; i < numbers.size(); i += 2) {
            add(Math.toIntExact(numbers.get(i)), numbers.get(i + 1));
        }
    }
}

package dev.assay.manifest;

import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by bucket of a fixed grid, buckets that count nothing left out. What the buckets are is the field's to say.
 *
 * @param counts by bucket, each at least 1
 */
public record Histogram(SortedMap<Integer, Long> counts) {
    public Histogram {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        counts.values().forEach(count -> {
            if (Require.count(count, "histogram") == 0) {
                throw new ManifestException("A histogram names a bucket that counts nothing.");
            }
        });
    }

    /** All that was counted. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same with all buckets of fewer counts than {@code fewest} in the first of them. */
    Histogram withoutSmall(long fewest) {
        TreeMap<Integer, Long> told = new TreeMap<>();
        int small = -1;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            boolean tells = bucket.getValue() >= fewest;
            small = tells || small >= 0 ? small : bucket.getKey();
            told.merge(tells ? bucket.getKey() : small, bucket.getValue(), Long::sum);
        }
        return new Histogram(told);
    }

    JsonArray toJson() {
        return Json.of(counts.entrySet().stream()
                .map(entry -> Json.of(List.of(Json.of(entry.getKey()), Json.of(entry.getValue()))))
                .toList());
    }

    static Histogram fromJson(JsonArray pairs) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (Json pair : pairs.values()) {
            List<Long> numbers = pair.asArray().longs();
            if (numbers.size() != 2 || counts.put(Math.toIntExact(numbers.get(0)), numbers.get(1)) != null) {
                throw new ManifestException("A histogram holds pairs of bucket and count, each bucket once.");
            }
        }
        return new Histogram(counts);
    }

    /** Labels and their counts, each at least 1. */
    static SortedMap<String, Long> labelled(JsonObject json) {
        TreeMap<String, Long> counts = new TreeMap<>();
        json.members().forEach((label, count) -> counts.put(label, count.asLong()));
        return counts;
    }
}

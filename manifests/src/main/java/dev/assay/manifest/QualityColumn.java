package dev.assay.manifest;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one column's values look like. No value stands here: numbers are rounded outwards to five significant digits,
 * which keeps integers below 100,000 and no identifier, and texts are told apart by six bits of a hash.
 *
 * @param path column path
 * @param count cells that hold a value
 * @param nulls places where a value could have been
 * @param invalid values whose bytes are not UTF-8
 * @param markers values that are a usual word for "no value", such as {@code N/A}
 * @param kinds cells by what their whole text is, adding up to {@code count}
 * @param characters cells that hold a character of a class
 * @param distinct different values
 * @param distinctExact whether they were counted one by one
 * @param frequencies how often each value occurs, most frequent first; empty unless counted one by one. Of a column that the
 *     card declares sensitive or a proxy, values of fewer than {@value Representation#FEWEST} cells are one
 * @param spread cells by six bits of their value's hash
 * @param lengths code points of the values; null if there are none
 * @param numbers the values that are numbers; null if none is
 * @param days the values that are dates; null if none is
 * @param languages of its texts
 */
public record QualityColumn(
        String path,
        long count,
        long nulls,
        long invalid,
        long markers,
        SortedMap<String, Long> kinds,
        SortedMap<String, Long> characters,
        long distinct,
        boolean distinctExact,
        List<Long> frequencies,
        Histogram spread,
        @Nullable Lengths lengths,
        @Nullable Numbers numbers,
        @Nullable Days days,
        Languages languages) {

    /**
     * How long the values are, in code points.
     *
     * @param total of all values
     * @param grid values by bucket: 0 to 7 alone, then four a doubling
     */
    public record Lengths(long min, long max, long total, Histogram grid) {
        JsonObject toJson() {
            return JsonObject.builder()
                    .put("min", min)
                    .put("max", max)
                    .put("total", total)
                    .put("grid", grid.toJson())
                    .build();
        }

        static Lengths fromJson(JsonObject json) {
            return new Lengths(
                    Require.count(json.integer("min"), "lengths.min"),
                    Require.count(json.integer("max"), "lengths.max"),
                    Require.count(json.integer("total"), "lengths.total"),
                    Histogram.fromJson(json.array("grid")));
        }
    }

    /**
     * How large the numbers are.
     *
     * @param min decimal, not above the smallest
     * @param max decimal, not below the largest
     * @param grid numbers by bucket, 26 a decade
     */
    public record Numbers(String min, String max, Histogram grid) {
        JsonObject toJson() {
            return JsonObject.builder()
                    .put("min", min)
                    .put("max", max)
                    .put("grid", grid.toJson())
                    .build();
        }

        static Numbers fromJson(JsonObject json) {
            return new Numbers(json.string("min"), json.string("max"), Histogram.fromJson(json.array("grid")));
        }
    }

    /** The earliest and the latest day, {@code yyyy-mm-dd}. */
    public record Days(String min, String max) {
        JsonObject toJson() {
            return JsonObject.builder().put("min", min).put("max", max).build();
        }

        static Days fromJson(JsonObject json) {
            return new Days(json.string("min"), json.string("max"));
        }
    }

    public QualityColumn {
        Require.text(path, "quality.columns.path");
        Require.count(count, "quality.columns.count");
        Require.count(nulls, "quality.columns.nulls");
        Require.count(invalid, "quality.columns.invalid");
        Require.count(markers, "quality.columns.markers");
        Require.count(distinct, "quality.columns.distinct");
        kinds = counted(kinds);
        characters = counted(characters);
        frequencies = List.copyOf(frequencies);
        requireSum(kinds.values().stream().mapToLong(Long::longValue).sum(), count, path, "kinds");
        requireSum(spread.total(), count, path, "spread");
        if (distinctExact) {
            requireSum(frequencies.stream().mapToLong(Long::longValue).sum(), count, path, "frequencies");
        }
    }

    private static SortedMap<String, Long> counted(SortedMap<String, Long> counts) {
        counts.forEach((label, value) -> {
            if (Require.count(value, label) == 0) {
                throw new ManifestException("\"" + label + "\" counts nothing and must be left out.");
            }
        });
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    private static void requireSum(long sum, long count, String path, String what) {
        if (sum != count) {
            throw new ManifestException(
                    "The " + what + " of column " + path + " add up to " + sum + ", not to " + count + " values.");
        }
    }

    /**
     * The same for a column whose rare values could be recognised: frequencies and buckets of {@code spread} of fewer than
     * {@value Representation#FEWEST} cells are one.
     */
    QualityColumn withoutSmallGroups() {
        List<Long> told = new ArrayList<>(frequencies);
        told.removeIf(cells -> cells < Representation.FEWEST);
        long rest = frequencies.stream().mapToLong(Long::longValue).sum()
                - told.stream().mapToLong(Long::longValue).sum();
        if (rest > 0) {
            told.add(rest);
        }
        told.sort(Comparator.reverseOrder());
        return new QualityColumn(
                path,
                count,
                nulls,
                invalid,
                markers,
                kinds,
                characters,
                distinct,
                distinctExact,
                told,
                spread.withoutSmall(Representation.FEWEST),
                lengths,
                numbers,
                days,
                languages);
    }

    /** Values that are not empty, of all places where a value could be. */
    public Share filled() {
        return new Share(count - kinds.getOrDefault("empty", 0L), count + nulls);
    }

    /** Different values, of all values. */
    public Share unique() {
        return new Share(distinct, count);
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("path", path)
                .put("count", count)
                .put("nulls", nulls)
                .put("invalid", invalid)
                .put("markers", markers)
                .put("kinds", JsonObject.ofCounts(kinds))
                .put("characters", JsonObject.ofCounts(characters))
                .put(
                        "distinct",
                        JsonObject.builder()
                                .put("count", distinct)
                                .put("exact", distinctExact)
                                .build())
                .put("spread", spread.toJson());
        if (!frequencies.isEmpty()) {
            json.put("frequencies", frequencies.stream().map(Json::of).toList());
        }
        if (lengths != null) {
            json.put("lengths", lengths.toJson());
        }
        if (numbers != null) {
            json.put("numbers", numbers.toJson());
        }
        if (days != null) {
            json.put("days", days.toJson());
        }
        if (!languages.texts().isEmpty()) {
            json.put("languages", languages.toJson());
        }
        return json.build();
    }

    static QualityColumn fromJson(JsonObject json) {
        return new QualityColumn(
                json.string("path"),
                json.integer("count"),
                json.integer("nulls"),
                json.integer("invalid"),
                json.integer("markers"),
                Histogram.labelled(json.object("kinds")),
                Histogram.labelled(json.object("characters")),
                json.object("distinct").integer("count"),
                json.object("distinct").truth("exact"),
                json.find("frequencies").map(found -> found.asArray().longs()).orElse(List.of()),
                Histogram.fromJson(json.array("spread")),
                json.findObject("lengths").map(Lengths::fromJson).orElse(null),
                json.findObject("numbers").map(Numbers::fromJson).orElse(null),
                json.findObject("days").map(Days::fromJson).orElse(null),
                json.findObject("languages").map(Languages::fromJson).orElse(Languages.NONE));
    }
}

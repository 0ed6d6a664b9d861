package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Languages of different texts, each counted once.
 *
 * @param texts by BCP 47 tag; {@code und} of which none was told, {@code und-Cyrl} and the like of which only the script was
 * @param exhaustive whether every text long enough was asked about; else those of the smallest hashes
 */
public record Languages(SortedMap<String, Long> texts, boolean exhaustive) {
    /** No text was long enough. */
    public static final Languages NONE = new Languages(Collections.emptySortedMap(), true);

    /** Tag of texts whose language nothing tells. */
    public static final String UNDETERMINED = "und";

    public Languages {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        texts.forEach((tag, count) -> {
            Require.text(tag, "quality.columns.languages");
            if (Require.count(count, "quality.columns.languages") == 0) {
                throw new ManifestException("The language \"" + tag + "\" counts no text and must be left out.");
            }
        });
    }

    /** Texts asked about. */
    public long asked() {
        return texts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Texts of which a language or at least a script was told. */
    public long told() {
        return asked() - texts.getOrDefault(UNDETERMINED, 0L);
    }

    /** Texts in one of some languages, of those of which one was told. */
    public Share in(Collection<String> tags) {
        return new Share(
                tags.stream()
                        .distinct()
                        .mapToLong(tag -> texts.getOrDefault(tag, 0L))
                        .sum(),
                told());
    }

    /**
     * The counts on a grid of tags.
     *
     * @param tags all that either side of a comparison has; a bucket is a tag's place in their order
     */
    Histogram histogram(SortedSet<String> tags) {
        TreeMap<Integer, Long> buckets = new TreeMap<>();
        int bucket = 0;
        for (String tag : tags) {
            Long count = texts.get(tag);
            if (count != null) {
                buckets.put(bucket, count);
            }
            bucket++;
        }
        return new Histogram(buckets);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("texts", JsonObject.ofCounts(texts))
                .put("exhaustive", exhaustive)
                .build();
    }

    static Languages fromJson(JsonObject json) {
        return new Languages(Histogram.labelled(json.object("texts")), json.truth("exhaustive"));
    }
}

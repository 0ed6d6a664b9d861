package dev.assay.quality;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Long texts that are much like another one. Each text has the keys of {@link TextSketch}; for each key the texts are
 * counted by its value, the smallest {@value #KEPT} values one by one, and the figures are the means over the keys. Merging
 * is that of {@link SmallestHashes}.
 */
public final class NearRepeats {
    /** How many different values of each key are counted one by one. */
    public static final int KEPT = 1 << 12;

    /** Part of the manifest: how texts were compared. */
    public static final String METHOD = "minhash-5-words-3x4";

    private final TextSketch sketch = new TextSketch();
    private final SmallestHashes[] keys = new SmallestHashes[TextSketch.KEYS];
    private long texts;

    /** No texts yet. */
    public NearRepeats() {
        Arrays.setAll(keys, unused -> new SmallestHashes(KEPT));
    }

    /** What a text's keys are read with. */
    TextSketch sketch() {
        return sketch;
    }

    /** Counts a text that so many cells hold, by its keys. */
    void add(long[] keysOfText, long times) {
        texts += times;
        for (int key = 0; key < TextSketch.KEYS; key++) {
            keys[key].add(keysOfText[key], times);
        }
    }

    public void merge(NearRepeats other) {
        texts += other.texts;
        for (int key = 0; key < TextSketch.KEYS; key++) {
            keys[key].merge(other.keys[key]);
        }
    }

    /** Texts of at least twenty words. */
    public long texts() {
        return texts;
    }

    /** Whether every text was compared with every other. */
    public boolean isExhaustive() {
        return Arrays.stream(keys).allMatch(SmallestHashes::isExhaustive);
    }

    /** Texts that would go if of those alike only one stayed. */
    public long repeats() {
        return mean(key -> key.repeats(texts));
    }

    /** Groups of texts that are alike. */
    public long groups() {
        return mean(key -> key.extrapolated(
                texts, Arrays.stream(key.counts()).filter(times -> times > 1).count()));
    }

    /** Texts of the largest group that was counted; there may be larger ones unless {@link #isExhaustive()}. */
    public long largest() {
        return mean(key -> Arrays.stream(key.counts()).max().orElse(0));
    }

    private long mean(ToLongFunction<SmallestHashes> figure) {
        return Arrays.stream(keys).mapToLong(figure).sum() / TextSketch.KEYS;
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("texts", texts)
                .put(
                        "keys",
                        Arrays.stream(keys).map(key -> Json.of(key.encode())).toList())
                .build();
    }

    public static NearRepeats fromJson(JsonObject json) {
        NearRepeats read = new NearRepeats();
        read.texts = json.integer("texts");
        List<String> keys = json.strings("keys");
        for (int key = 0; key < TextSketch.KEYS; key++) {
            read.keys[key].add(keys.get(key));
        }
        return read;
    }
}

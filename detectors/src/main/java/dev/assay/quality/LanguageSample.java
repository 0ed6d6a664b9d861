package dev.assay.quality;

import dev.assay.detect.ner.TextLanguage;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Languages of different texts of a column: of all that are long enough to ask about while they are at most {@value #KEPT}, of
 * those with the smallest hashes beyond (bottom-k sampling, Cohen and Kaplan 2007). A text counts once, however many
 * cells hold it. Each text's language follows from the text alone, so that any order and any cut gives the same sample.
 */
public final class LanguageSample {
    /** How many different texts are kept. */
    public static final int KEPT = 512;

    /** One more than is kept shows that there were more. */
    private final TreeMap<Long, String> texts = new TreeMap<>();
    /** No larger hash can be among the smallest; asked for every cell, so no boxed number. */
    private long ceiling = Long.MAX_VALUE;

    /** Whether a text's language would be kept; asked before it is looked for, which costs more. */
    boolean wants(long hash) {
        return hash <= ceiling && !texts.containsKey(hash);
    }

    /**
     * Takes a text.
     *
     * @param language as {@link TextLanguage} tells it; nothing is kept if it is empty
     */
    void add(long hash, String language) {
        if (!language.isEmpty()) {
            texts.put(hash, language);
            if (texts.size() > KEPT + 1) {
                texts.pollLastEntry();
                ceiling = texts.lastKey();
            }
        }
    }

    void merge(LanguageSample other) {
        other.texts.forEach(this::add);
    }

    /** Whether every text is counted. */
    public boolean isExhaustive() {
        return texts.size() <= KEPT;
    }

    /** Texts by the tag of their language. */
    public SortedMap<String, Long> counts() {
        TreeMap<String, Long> counts = new TreeMap<>();
        texts.values().stream().limit(KEPT).forEach(language -> counts.merge(language, 1L, Long::sum));
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Tags with the hashes of their texts in hexadecimal. */
    JsonObject toJson() {
        TreeMap<String, StringBuilder> hashes = new TreeMap<>();
        texts.forEach((hash, language) ->
                hashes.computeIfAbsent(language, unused -> new StringBuilder()).append(hex(hash)));
        JsonObject.Builder json = JsonObject.builder();
        hashes.forEach((language, text) -> json.put(language, text.toString()));
        return json.build();
    }

    private static String hex(long hash) {
        String digits = Long.toHexString(hash);
        return "0".repeat(16 - digits.length()) + digits;
    }

    static LanguageSample fromJson(JsonObject json) {
        LanguageSample read = new LanguageSample();
        for (Map.Entry<String, Json> language : json.members().entrySet()) {
            String hashes = language.getValue().asString();
            for (int at = 0; at < hashes.length(); at += 16) {
                read.add(Long.parseUnsignedLong(hashes, at, at + 16, 16), language.getKey());
            }
        }
        return read;
    }
}

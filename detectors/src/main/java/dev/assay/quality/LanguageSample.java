package dev.assay.quality;

import dev.assay.detect.ner.TextLanguage;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.Arrays;
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

    private static final int FIRST_PLACES = 16;

    /** In order; one more than is kept shows that there were more. */
    private long[] hashes = new long[0];
    /** Of the text with the hash at the same place. */
    private String[] languages = new String[0];

    private int size;
    /** No larger hash can be among the smallest. */
    private long ceiling = Long.MAX_VALUE;

    /** Whether a text's language would be kept; asked before it is looked for, which costs more. */
    boolean wants(long hash) {
        return hash <= ceiling && place(hash) < 0;
    }

    /**
     * Takes a text.
     *
     * @param language as {@link TextLanguage} tells it; nothing is kept if it is empty
     */
    void add(long hash, String language) {
        if (language.isEmpty() || hash > ceiling) {
            return;
        }
        int place = place(hash);
        if (place < 0) {
            insert(-1 - place, hash, language);
        }
    }

    private int place(long hash) {
        return Arrays.binarySearch(hashes, 0, size, hash);
    }

    private void insert(int place, long hash, String language) {
        if (size == hashes.length) {
            int places = Math.min(KEPT + 2, Math.max(FIRST_PLACES, 2 * size));
            hashes = Arrays.copyOf(hashes, places);
            languages = Arrays.copyOf(languages, places);
        }
        System.arraycopy(hashes, place, hashes, place + 1, size - place);
        System.arraycopy(languages, place, languages, place + 1, size - place);
        hashes[place] = hash;
        languages[place] = language;
        size++;
        if (size > KEPT + 1) {
            size = KEPT + 1;
            ceiling = hashes[KEPT];
        }
    }

    void merge(LanguageSample other) {
        for (int i = 0; i < other.size; i++) {
            add(other.hashes[i], other.languages[i]);
        }
    }

    /** Whether every text is counted. */
    public boolean isExhaustive() {
        return size <= KEPT;
    }

    /** Texts by the tag of their language. */
    public SortedMap<String, Long> counts() {
        TreeMap<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < Math.min(size, KEPT); i++) {
            counts.merge(languages[i], 1L, Long::sum);
        }
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Tags with the hashes of their texts in hexadecimal. */
    JsonObject toJson() {
        TreeMap<String, StringBuilder> byLanguage = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            byLanguage
                    .computeIfAbsent(languages[i], unused -> new StringBuilder())
                    .append(hex(hashes[i]));
        }
        JsonObject.Builder json = JsonObject.builder();
        byLanguage.forEach((language, text) -> json.put(language, text.toString()));
        return json.build();
    }

    private static String hex(long hash) {
        String digits = Long.toHexString(hash);
        return "0".repeat(16 - digits.length()) + digits;
    }

    static LanguageSample fromJson(JsonObject json) {
        LanguageSample read = new LanguageSample();
        for (Map.Entry<String, Json> language : json.members().entrySet()) {
            String digits = language.getValue().asString();
            for (int at = 0; at < digits.length(); at += 16) {
                read.add(Long.parseUnsignedLong(digits, at, at + 16, 16), language.getKey());
            }
        }
        return read;
    }
}

package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The context words and phrases of several detectors, by hash, each with the detectors it speaks for. Immutable, and shared by
 * all scanners of a rule set.
 */
final class ContextWords {
    /** No phrase's word is longer; the rest of a longer word need not be read. */
    static final int LONGEST_WORD = 64;

    /** Phrases and what they begin with, numbered, by hash. */
    private final Map<Long, Integer> phrases = new HashMap<>();

    private final long[] hashes;
    private final int[] phraseOfSlot;
    private final BitSet[] detectorsOf;
    private final int[][] detectorLists;
    private final int longestPhrase;
    private final WordStarts starts = new WordStarts();

    /** The context words of the detectors in a set. */
    ContextWords(List<Detector> detectors, BitSet chosen) {
        int longest = 0;
        Map<Integer, BitSet> found = new HashMap<>();
        for (int detector = chosen.nextSetBit(0); detector >= 0; detector = chosen.nextSetBit(detector + 1)) {
            for (String phrase : detectors.get(detector).contextWords()) {
                byte[] utf8 = phrase.getBytes(StandardCharsets.UTF_8);
                WordList words = new WordList();
                words.addAll(utf8, 0, utf8.length);
                if (words.size() > 0) {
                    starts.add(phrase);
                    longest = Math.max(longest, words.size());
                    long hash = words.hash(0);
                    for (int i = 1; i < words.size(); i++) {
                        phrases.computeIfAbsent(hash, unused -> phrases.size());
                        hash = Words.join(hash, words.hash(i));
                    }
                    int number = phrases.computeIfAbsent(hash, unused -> phrases.size());
                    found.computeIfAbsent(number, unused -> new BitSet()).set(detector);
                }
            }
        }
        longestPhrase = longest;
        detectorsOf = new BitSet[phrases.size()];
        Arrays.setAll(detectorsOf, number -> found.getOrDefault(number, new BitSet()));
        detectorLists =
                Arrays.stream(detectorsOf).map(set -> set.stream().toArray()).toArray(int[][]::new);
        int capacity = Integer.highestOneBit(Math.max(2, phrases.size())) * 4;
        hashes = new long[capacity];
        phraseOfSlot = new int[capacity];
        phrases.forEach((hash, number) -> {
            int slot = slot(hash);
            hashes[slot] = hash;
            phraseOfSlot[slot] = number;
        });
    }

    /** The slot a hash is in, or the free one it would go into. */
    private int slot(long hash) {
        int slot = (int) hash & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    /** The number of the phrase, or beginning of a phrase, with a hash; −1 if there is none. */
    int phrase(long hash) {
        int slot = slot(hash);
        return hashes[slot] == hash ? phraseOfSlot[slot] : -1;
    }

    /** How many phrases and beginnings of phrases there are. */
    int size() {
        return detectorsOf.length;
    }

    /** The detectors a phrase speaks for; none if it is only the beginning of one. Read-only by agreement. */
    BitSet detectors(int phrase) {
        return detectorsOf[phrase];
    }

    /** The same, as a list. */
    int[] detectorList(int phrase) {
        return detectorLists[phrase];
    }

    /** The most words of a phrase. */
    int longestPhrase() {
        return longestPhrase;
    }

    /** Where one of these words may begin. */
    WordStarts starts() {
        return starts;
    }
}

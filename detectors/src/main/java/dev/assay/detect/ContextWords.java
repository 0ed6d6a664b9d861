package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Words and phrases that speak for or against detectors, by hash. Immutable, and shared by all scanners of a rule set.
 */
final class ContextWords {
    /** No phrase's word is longer; the rest of a longer word need not be read. */
    static final int LONGEST_WORD = 64;

    /** Phrases and what they begin with, numbered, by hash. */
    private final Map<Long, Integer> phrases = new HashMap<>();

    private final long[] hashes;
    private final int[] phraseOfSlot;
    private final BitSet[] detectorsOf;
    private final BitSet[] detectorsAgainst;
    private final int[][] detectorLists;
    private final WordBeginnings beginnings = new WordBeginnings();
    private int longestPhrase;

    /** The words that some of the detectors wait for. */
    static ContextWords waitedFor(List<Detector> detectors, BitSet chosen) {
        return new ContextWords(
                detectors,
                number -> chosen.get(number) ? detectors.get(number).contextWords() : List.of(),
                number -> List.of());
    }

    /** The words that speak for or against any of the detectors. */
    static ContextWords ofAll(List<Detector> detectors) {
        return new ContextWords(
                detectors,
                number -> detectors.get(number).contextWords(),
                number -> detectors.get(number).againstWords());
    }

    private ContextWords(
            List<Detector> detectors, IntFunction<List<String>> speakFor, IntFunction<List<String>> speakAgainst) {
        Map<Integer, BitSet> found = new HashMap<>();
        Map<Integer, BitSet> against = new HashMap<>();
        for (int number = 0; number < detectors.size(); number++) {
            int detector = number;
            speakFor.apply(detector).forEach(phrase -> add(phrase, detector, found));
            speakAgainst.apply(detector).forEach(phrase -> add(phrase, detector, against));
        }
        detectorsOf = byPhrase(found);
        detectorsAgainst = byPhrase(against);
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

    private void add(String phrase, int detector, Map<Integer, BitSet> to) {
        byte[] utf8 = phrase.getBytes(StandardCharsets.UTF_8);
        WordList words = new WordList();
        words.addAll(utf8, 0, utf8.length);
        if (words.size() > 0) {
            int first = Words.start(utf8, 0, utf8.length);
            beginnings.add(utf8, first, Words.end(utf8, first, utf8.length));
            longestPhrase = Math.max(longestPhrase, words.size());
            long hash = words.hash(0);
            for (int i = 1; i < words.size(); i++) {
                phrases.computeIfAbsent(hash, unused -> phrases.size());
                hash = Words.join(hash, words.hash(i));
            }
            int number = phrases.computeIfAbsent(hash, unused -> phrases.size());
            to.computeIfAbsent(number, unused -> new BitSet()).set(detector);
        }
    }

    private BitSet[] byPhrase(Map<Integer, BitSet> found) {
        BitSet[] sets = new BitSet[phrases.size()];
        Arrays.setAll(sets, number -> found.getOrDefault(number, new BitSet()));
        return sets;
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

    /** The detectors a phrase speaks against. Read-only by agreement. */
    BitSet detectorsAgainst(int phrase) {
        return detectorsAgainst[phrase];
    }

    /** What the first words of the phrases begin with. */
    WordBeginnings beginnings() {
        return beginnings;
    }

    /** Keeps of some places those where one of the phrases may begin; see {@link WordBeginnings#keep}. */
    int mayBegin(byte[] bytes, int[] places, int size) {
        return beginnings.keep(bytes, places, size, places);
    }
}

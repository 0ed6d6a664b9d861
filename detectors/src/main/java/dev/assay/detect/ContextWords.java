package dev.assay.detect;

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

    private final PhraseTable phrases;
    private final BitSet[] detectorsOf;
    private final BitSet[] detectorsAgainst;
    private final int[][] detectorLists;

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
        PhraseTable.Builder numbers = new PhraseTable.Builder();
        Map<Integer, BitSet> found = new HashMap<>();
        Map<Integer, BitSet> against = new HashMap<>();
        for (int number = 0; number < detectors.size(); number++) {
            int detector = number;
            speakFor.apply(detector).forEach(phrase -> note(numbers.add(phrase), detector, found));
            speakAgainst.apply(detector).forEach(phrase -> note(numbers.add(phrase), detector, against));
        }
        phrases = numbers.build();
        detectorsOf = byPhrase(found);
        detectorsAgainst = byPhrase(against);
        detectorLists =
                Arrays.stream(detectorsOf).map(set -> set.stream().toArray()).toArray(int[][]::new);
    }

    private static void note(int phrase, int detector, Map<Integer, BitSet> to) {
        if (phrase != PhraseTable.NONE) {
            to.computeIfAbsent(phrase, unused -> new BitSet()).set(detector);
        }
    }

    private BitSet[] byPhrase(Map<Integer, BitSet> found) {
        BitSet[] sets = new BitSet[phrases.size()];
        Arrays.setAll(sets, number -> found.getOrDefault(number, new BitSet()));
        return sets;
    }

    /** The phrases and what they begin with, by number. */
    PhraseTable phrases() {
        return phrases;
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

    /** The detectors a phrase speaks against. Read-only by agreement. */
    BitSet detectorsAgainst(int phrase) {
        return detectorsAgainst[phrase];
    }

    /** What the first words of the phrases begin with. */
    WordBeginnings beginnings() {
        return phrases.beginnings();
    }

    /** Keeps of some places those where one of the phrases may begin; see {@link WordBeginnings#keep}. */
    int mayBegin(byte[] bytes, int[] places, int size) {
        return phrases.beginnings().keep(bytes, places, size, places);
    }
}

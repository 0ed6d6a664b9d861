package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Words and phrases of several words, as hashes in an open table. Immutable. */
final class WordSet {
    static final WordSet EMPTY = new WordSet(List.of());

    private final long[] table;
    private final int mask;
    private final int longestPhrase;

    WordSet(List<String> phrases) {
        int capacity = Integer.highestOneBit(Math.max(2, phrases.size() * 2)) * 2;
        table = new long[capacity];
        mask = capacity - 1;
        int longest = 0;
        for (String phrase : phrases) {
            byte[] utf8 = phrase.getBytes(StandardCharsets.UTF_8);
            WordList words = new WordList();
            words.addAll(utf8, 0, utf8.length);
            if (words.size() == 0) {
                continue;
            }
            long hash = words.hash(0);
            for (int i = 1; i < words.size(); i++) {
                hash = Words.join(hash, words.hash(i));
            }
            put(hash);
            longest = Math.max(longest, words.size());
        }
        longestPhrase = longest;
    }

    private void put(long hash) {
        int slot = (int) hash & mask;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        table[slot] = hash;
    }

    private boolean contains(long hash) {
        int slot = (int) hash & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return true;
            }
            slot = (slot + 1) & mask;
        }
        return false;
    }

    boolean isEmpty() {
        return longestPhrase == 0;
    }

    /** Whether a word or phrase of this set stands among the words. */
    boolean holdsAnyOf(WordList words) {
        for (int first = 0; first < words.size(); first++) {
            long hash = words.hash(first);
            int last = Math.min(words.size(), first + longestPhrase);
            for (int next = first + 1; ; next++) {
                if (contains(hash)) {
                    return true;
                }
                if (next >= last) {
                    break;
                }
                hash = Words.join(hash, words.hash(next));
            }
        }
        return false;
    }
}

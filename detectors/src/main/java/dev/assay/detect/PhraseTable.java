package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers of phrases and of what phrases begin with, by the words they consist of, so that a text is followed word by word
 * and left as soon as no phrase goes on as it does. Immutable.
 */
final class PhraseTable {
    /** No number. */
    static final int NONE = -1;

    private final long[] hashes;
    private final int[] numberOfSlot;
    private final ShortWords shortWords;
    private final WordBeginnings beginnings;

    /** Per phrase, its hash. */
    private final long[] hashOf;

    /** Per phrase, the {@link #bit bits} of what the words begin with that it may go on with. */
    private final long[] goingOn;

    private PhraseTable(Builder from) {
        beginnings = from.beginnings;
        shortWords = new ShortWords(from.shortWords);
        hashOf = new long[from.size()];
        goingOn = new long[from.size()];
        from.goingOn.forEach((number, bits) -> goingOn[number] = bits);
        int capacity = Integer.highestOneBit(Math.max(2, from.size())) * 4;
        hashes = new long[capacity];
        numberOfSlot = new int[capacity];
        from.numbers.forEach((hash, number) -> {
            hashOf[number] = hash;
            int slot = slot(hash);
            hashes[slot] = hash;
            numberOfSlot[slot] = number;
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

    /**
     * Of ASCII, the letter or digit without its case, of which some share a bit; one bit for all other characters, which no
     * letter and no digit shares.
     */
    private static long bit(byte first) {
        return first < 0 ? 1 : 1L << (first | 0x20);
    }

    /** The number of the phrase, or beginning of a phrase, with a hash; {@link #NONE} if there is none. */
    int number(long hash) {
        int slot = slot(hash);
        return hashes[slot] == hash ? numberOfSlot[slot] : NONE;
    }

    /** The number of a short word, as {@link ShortWords#word} tells it, that is or begins a phrase; else {@link #NONE}. */
    int numberOfShort(long word) {
        return shortWords.number(word);
    }

    /** The hash of a phrase. */
    long hash(int phrase) {
        return hashOf[phrase];
    }

    /** Whether a phrase may go on with a word that begins with a byte; false if it surely does not. */
    boolean goesOn(int phrase, byte first) {
        return (goingOn[phrase] & bit(first)) != 0;
    }

    /** How many phrases and beginnings of phrases there are. */
    int size() {
        return hashOf.length;
    }

    /** What the first words of the phrases begin with. */
    WordBeginnings beginnings() {
        return beginnings;
    }

    /** Takes phrases and numbers them. Not thread-safe. */
    static final class Builder {
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final Map<Long, Integer> shortWords = new HashMap<>();
        private final Map<Integer, Long> goingOn = new HashMap<>();
        private final WordBeginnings beginnings = new WordBeginnings();

        /** The number of a phrase, which may be new; {@link #NONE} if it holds no word. */
        int add(String phrase) {
            byte[] utf8 = phrase.getBytes(StandardCharsets.UTF_8);
            // Short words are told by eight bytes, of which some may lie behind the phrase.
            byte[] text = Arrays.copyOf(utf8, utf8.length + Long.BYTES);
            int number = NONE;
            long hash = 0;
            int at = Words.start(text, 0, utf8.length);
            while (at < utf8.length) {
                int end = Words.end(text, at, utf8.length);
                int before = number;
                hash = Words.joined(hash, Words.hash(text, at, end));
                number = numbers.computeIfAbsent(hash, unused -> numbers.size());
                if (before == NONE) {
                    addFirst(text, at, end, number);
                } else {
                    goingOn.merge(before, bit(text[at]), (one, other) -> one | other);
                }
                at = Words.start(text, end, utf8.length);
            }
            return number;
        }

        private void addFirst(byte[] text, int from, int to, int number) {
            beginnings.add(text, from, to);
            if (to - from <= ShortWords.LONGEST && ShortWords.length(text, from) == to - from) {
                shortWords.put(ShortWords.word(text, from, to - from), number);
            }
        }

        private int size() {
            return numbers.size();
        }

        PhraseTable build() {
            return new PhraseTable(this);
        }
    }
}

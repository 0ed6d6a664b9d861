package dev.assay.detect.ner;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of single words: given name, surname, place, title, common word, function word of a language. A table from
 * the hash of the lower-cased word to flags. Immutable and shared by all threads.
 *
 * <pre>
 *  words int │ (hash long, flags int) × words, sorted by hash
 * </pre>
 */
final class Lexicon {
    static final int GIVEN = 1;
    static final int SURNAME = 1 << 1;
    static final int PLACE = 1 << 2;
    static final int COUNTRY = 1 << 3;
    static final int ORGANISATION = 1 << 4;
    static final int TITLE = 1 << 5;
    static final int COMMON = 1 << 6;
    static final int CALENDAR = 1 << 7;
    static final int PLACE_PART = 1 << 8;
    static final int ROLE = 1 << 9;
    static final int NATION = 1 << 10;
    static final int INTRODUCES = 1 << 11;
    /** What the model looks at; the bits above tell of which languages a word is a function word. */
    static final int MEANING = (1 << 12) - 1;

    static final int NAMES = GIVEN | SURNAME | PLACE | COUNTRY | ORGANISATION;
    static final int FIRST_LANGUAGE = 12;

    /** Hash and flags by turns, so that both are met at once; no flags where there is no word. */
    private final long[] rows;

    private final int last;

    private Lexicon(int words) {
        int slots = Integer.highestOneBit(Math.max(8, words) * 2) * 2;
        rows = new long[slots * 2];
        last = rows.length - 2;
    }

    private int row(long hash) {
        return ((int) hash * 2) & last;
    }

    private void put(long hash, int flags) {
        int row = row(hash);
        while (rows[row + 1] != 0) {
            row = (row + 2) & last;
        }
        rows[row] = hash;
        rows[row + 1] = flags;
    }

    /** A lexicon of words by their hash; words without flags are left out. */
    static Lexicon of(Map<Long, Integer> words) {
        TreeMap<Long, Integer> sorted = new TreeMap<>(words);
        sorted.values().removeIf(flags -> flags == 0);
        Lexicon lexicon = new Lexicon(sorted.size());
        sorted.forEach(lexicon::put);
        return lexicon;
    }

    /** Only what tells languages apart, and titles, whose full stop belongs to them: it fits into the nearest cache. */
    Lexicon functionWords() {
        Map<Long, Integer> words = new TreeMap<>();
        for (int row = 0; row < rows.length; row += 2) {
            int flags = (int) rows[row + 1];
            if (flags >>> FIRST_LANGUAGE != 0 || (flags & TITLE) != 0) {
                words.put(rows[row], flags);
            }
        }
        return of(words);
    }

    /** Flags of a word by its hash; 0 if it is unknown. */
    int flags(long word) {
        int row = row(word);
        while (rows[row + 1] != 0) {
            if (rows[row] == word) {
                return (int) rows[row + 1];
            }
            row = (row + 2) & last;
        }
        return 0;
    }

    void write(DataOutputStream out) throws IOException {
        TreeMap<Long, Integer> sorted = new TreeMap<>();
        for (int row = 0; row < rows.length; row += 2) {
            if (rows[row + 1] != 0) {
                sorted.put(rows[row], (int) rows[row + 1]);
            }
        }
        out.writeInt(sorted.size());
        for (Map.Entry<Long, Integer> word : sorted.entrySet()) {
            out.writeLong(word.getKey());
            out.writeInt(word.getValue());
        }
    }

    static Lexicon read(DataInputStream in) throws IOException {
        int count = in.readInt();
        Lexicon lexicon = new Lexicon(count);
        for (int i = 0; i < count; i++) {
            lexicon.put(in.readLong(), in.readInt());
        }
        return lexicon;
    }
}

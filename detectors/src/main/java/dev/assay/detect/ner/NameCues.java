package dev.assay.detect.ner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The phrases that speak for a name or against one, from {@code cues.tsv}: found in tokens by the hashes of their words. Immutable.
 */
final class NameCues {
    /** What a phrase does. */
    enum Kind {
        /** A name follows. */
        INTRODUCES,
        /** A letter ends; its writer follows, often on a line of their own. */
        CLOSES,
        /** A letter begins; its reader follows. */
        GREETS,
        /** Stands before a name. */
        TITLE,
        /** A thing that is sold or shown, called by words that names have. */
        PRODUCT
    }

    static final NameCues SHIPPED = read();

    private static final int SLOTS = 2048;
    private static final int MOST_WORDS = 5;

    /** Hash of each phrase's first word, at a place that follows from it; 0 where there is none. */
    private final long[] firsts = new long[SLOTS];

    /** Words of each phrase, at the same places. */
    private final long[][] words = new long[SLOTS][];

    private final @Nullable Kind[] kinds = new Kind[SLOTS];

    private NameCues() {}

    private static NameCues read() {
        NameCues cues = new NameCues();
        InputStream resource = NameCues.class.getResourceAsStream("cues.tsv");
        if (resource == null) {
            throw new IllegalStateException("The class path holds no cues of names.");
        }
        NameTokens tokens = new NameTokens(WordTable.withoutPhrases(Lexicon.of(Map.of()), SLOTS));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split("\t", -1);
                cues.add(Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)), hashes(tokens, fields[2]));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return cues;
    }

    private static long[] hashes(NameTokens tokens, String phrase) {
        byte[] utf8 = phrase.getBytes(StandardCharsets.UTF_8);
        tokens.begin(utf8, 0, utf8.length);
        if (!tokens.next() || tokens.size() > MOST_WORDS) {
            throw new IllegalStateException("cues.tsv: `" + phrase + "` has no word or more than " + MOST_WORDS);
        }
        if (tokens.shape(0) > NameTokens.MIXED) {
            throw new IllegalStateException("cues.tsv: `" + phrase + "` does not begin with a word");
        }
        return IntStream.range(0, tokens.size()).mapToLong(tokens::word).toArray();
    }

    private void add(Kind kind, long[] phrase) {
        int slot = (int) phrase[0] & SLOTS - 1;
        while (firsts[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        firsts[slot] = phrase[0];
        kinds[slot] = kind;
        words[slot] = phrase;
    }

    /** Whether a phrase may begin with a word. */
    boolean mayBeginWith(long word) {
        int slot = (int) word & SLOTS - 1;
        while (firsts[slot] != 0 && firsts[slot] != word) {
            slot = slot + 1 & SLOTS - 1;
        }
        return firsts[slot] != 0;
    }

    /**
     * The longest phrase that begins at a token; −1 if there is none.
     *
     * @param end one past the last token that may belong to it
     */
    int at(NameTokens tokens, int token, int end) {
        long first = tokens.word(token);
        int slot = (int) first & SLOTS - 1;
        int best = -1;
        while (firsts[slot] != 0) {
            if (firsts[slot] == first
                    && stands(words[slot], tokens, token, end)
                    && (best < 0 || words[slot].length > words[best].length)) {
                best = slot;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return best;
    }

    private static boolean stands(long[] phrase, NameTokens tokens, int token, int end) {
        if (token + phrase.length > end) {
            return false;
        }
        for (int i = 1; i < phrase.length; i++) {
            if (tokens.word(token + i) != phrase[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a product's name, its words a blank apart, begins with a word that is not cut into tokens yet.
     *
     * @param words what its words are looked up in
     * @param begin the word's first byte
     * @param end one past the last byte that may belong to it
     */
    boolean isProduct(WordTable words, byte[] bytes, int begin, int end) {
        int stop = WordTable.lettersEnd(bytes, begin, end);
        long first = words.hash(words.row(bytes, begin, stop));
        int slot = (int) first & SLOTS - 1;
        while (firsts[slot] != 0) {
            if (firsts[slot] == first
                    && kinds[slot] == Kind.PRODUCT
                    && follow(this.words[slot], words, bytes, stop, end)) {
                return true;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return false;
    }

    private static boolean follow(long[] phrase, WordTable words, byte[] bytes, int from, int end) {
        int at = from;
        for (int i = 1; i < phrase.length; i++) {
            int stop = at < end && bytes[at] == ' ' ? WordTable.lettersEnd(bytes, at + 1, end) : at;
            if (stop <= at + 1 || words.hash(words.row(bytes, at + 1, stop)) != phrase[i]) {
                return false;
            }
            at = stop;
        }
        return true;
    }

    /** What a phrase that {@link #at} found does. */
    Kind kind(int phrase) {
        return Objects.requireNonNull(kinds[phrase]);
    }

    /** How many tokens it has. */
    int length(int phrase) {
        return words[phrase].length;
    }
}

package dev.assay.detect.ner;

import java.util.Arrays;
import java.util.Optional;

/**
 * Says which language a text is in by counting function words in its beginning, and words of forms such as <i>Fecha</i>. A word that
 * several languages share counts for each of them; one word is enough, for a line of a form has no more, but not one of a letter
 * or two, which may be a variable or part of a name. Not thread-safe.
 */
final class LanguageVote {
    /** How much of a text is looked at. */
    static final int BYTES = NameTokens.KEPT_BYTES;

    /** Fewer letters in all words of a language together do not tell it, in bytes. */
    private static final int FEWEST_LETTERS = 3;

    private static final int MASK = (1 << Language.all().size()) - 1;

    private final int[] votes = new int[Language.all().size()];
    private final int[] letters = new int[votes.length];

    /** The language of a stretch of text, the first of those with most votes; empty if too little of it is known. */
    Optional<Language> of(NameTokens tokens, byte[] bytes, int from, int to) {
        begin();
        tokens.begin(bytes, from, Math.min(to, from + BYTES));
        while (tokens.next()) {
            count(tokens);
        }
        return most();
    }

    /** The language of a text all of whose tokens are kept. */
    Optional<Language> ofKept(NameTokens tokens) {
        begin();
        count(tokens);
        return most();
    }

    private void begin() {
        Arrays.fill(votes, 0);
        Arrays.fill(letters, 0);
    }

    private void count(NameTokens tokens) {
        int size = tokens.size();
        for (int i = 0; i < size; i++) {
            int bits = (tokens.flags(i) >>> Lexicon.FIRST_LANGUAGE) & MASK;
            while (bits != 0) {
                int language = Integer.numberOfTrailingZeros(bits);
                votes[language]++;
                letters[language] += tokens.end[i] - tokens.start[i];
                bits &= bits - 1;
            }
        }
    }

    private Optional<Language> most() {
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            if (votes[i] > votes[best]) {
                best = i;
            }
        }
        return letters[best] < FEWEST_LETTERS
                ? Optional.empty()
                : Optional.of(Language.all().get(best));
    }
}

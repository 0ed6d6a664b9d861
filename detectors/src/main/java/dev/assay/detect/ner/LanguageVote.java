package dev.assay.detect.ner;

import java.util.Arrays;
import java.util.Optional;

/**
 * Says which language a text is in by counting function words in its beginning, and words of forms such as <i>Fecha</i>. A word that
 * several languages share counts for each of them; one word is enough, for a line of a form has no more. Not thread-safe.
 */
final class LanguageVote {
    /** How much of a text is looked at. */
    static final int BYTES = NameTokens.KEPT_BYTES;

    private static final int MASK = (1 << Language.all().size()) - 1;

    private final int[] votes = new int[Language.all().size()];

    /** The language of a stretch of text, the first of those with most votes; empty if too little of it is known. */
    Optional<Language> of(NameTokens tokens, byte[] bytes, int from, int to) {
        Arrays.fill(votes, 0);
        tokens.begin(bytes, from, Math.min(to, from + BYTES));
        while (tokens.next()) {
            count(tokens);
        }
        return most();
    }

    /** The language of a text all of whose tokens are kept. */
    Optional<Language> ofKept(NameTokens tokens) {
        Arrays.fill(votes, 0);
        count(tokens);
        return most();
    }

    private void count(NameTokens tokens) {
        int size = tokens.size();
        for (int i = 0; i < size; i++) {
            int bits = (tokens.flags[i] >>> Lexicon.FIRST_LANGUAGE) & MASK;
            while (bits != 0) {
                votes[Integer.numberOfTrailingZeros(bits)]++;
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
        return votes[best] == 0 ? Optional.empty() : Optional.of(Language.all().get(best));
    }
}

package dev.assay.detect.ner;

/**
 * What the parts of a word say that no list holds as a whole: that it is a listed name in the genitive ({@code Schröders}), or made
 * of common words ({@code Spendenkonto}), as nouns of Germanic languages are. Reused; not thread-safe.
 */
final class WordParts {
    /** Ends in a common word. */
    static final int COMPOUND = 1;

    /** Begins with one as well. */
    static final int COMPOUND_OF_TWO = 2;

    private static final int SHORTEST_NAME = 4;
    private static final int SHORTEST_FIRST = 3;
    private static final int SHORTEST_LAST = 4;
    /** What may join two words: {@code Arbeit-s-amt}, {@code Spende-n-konto}. */
    private static final int LONGEST_JOINT = 2;

    private static final int LONGEST = 60;

    private final Lexicon lexicon;
    private final WordLook look = new WordLook();

    WordParts(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Flags of the lists of names that hold a word without the {@code s} at its end; 0 if there is none or it is a common word. */
    int namesInGenitive(byte[] bytes, int from, int to) {
        if (to - from <= SHORTEST_NAME || bytes[to - 1] != 's') {
            return 0;
        }
        int flags = flags(bytes, from, to - 1);
        return (flags & Lexicon.COMMON) == 0 ? flags & Lexicon.NAMES : 0;
    }

    /** Whether a word is made of others: 0, {@link #COMPOUND}, or that and {@link #COMPOUND_OF_TWO}. */
    int compound(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return 0;
        }
        for (int at = from + SHORTEST_FIRST; at <= to - SHORTEST_LAST; at++) {
            boolean letterBegins = (bytes[at] & 0xC0) != 0x80;
            if (letterBegins && isCommonAlone(flags(bytes, at, to)) && look.letters() >= SHORTEST_LAST) {
                return COMPOUND | (beginsCommon(bytes, from, at) ? COMPOUND_OF_TWO : 0);
            }
        }
        return 0;
    }

    private boolean beginsCommon(byte[] bytes, int from, int to) {
        int least = Math.max(from + SHORTEST_FIRST, to - LONGEST_JOINT);
        for (int end = to; end >= least; end--) {
            if ((flags(bytes, from, end) & Lexicon.COMMON) != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCommonAlone(int flags) {
        return (flags & (Lexicon.COMMON | Lexicon.NAMES)) == Lexicon.COMMON;
    }

    private int flags(byte[] bytes, int from, int to) {
        look.read(bytes, from, to);
        return lexicon.flags(look.hash());
    }
}

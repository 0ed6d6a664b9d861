package dev.assay.detect.ner;

/**
 * What a token calls for, told of each word once: whether the model is asked if a name begins there, which {@link NameTagger} looks at to mark
 * a segment, and whether there is anything for {@link NameEvidence} and {@link LanguageVote} to look at.
 */
final class Gate {
    /** A word, however it is written. */
    static final int WORD = 1;

    static final int CAPITAL = 1 << 1;
    /** May begin a name at the segment's begin. */
    static final int FIRST = 1 << 2;

    /** May begin one behind another token. */
    static final int LATER = 1 << 3;

    /**
     * May begin one where nothing is written with a capital: a common word may be a name there as well if a list of names holds it
     * (hope, may, nice), and two letters that are no word may be one.
     */
    static final int SMALL = 1 << 4;

    /** May begin one beside a word that may. */
    static final int BESIDE = 1 << 5;

    /** May begin one beside a word that may where nothing has a capital, as all but function words. */
    static final int BESIDE_SMALL = 1 << 6;

    /** A phrase may begin with it, or an address in angle brackets. */
    static final int PHRASE = 1 << 7;

    /** An opaque piece with an at sign in it, which may be an address. */
    static final int ADDRESS = 1 << 8;

    /** A function word of other languages than the first alone. */
    static final int OTHER_LANGUAGE = 1 << 9;

    /** All that is told. */
    static final int ALL = (1 << 10) - 1;

    private Gate() {}

    /** What a token tells by its shape, letters and flags; of phrases and addresses that is nothing. */
    static int of(byte shape, int letters, int flags) {
        int languages = flags >>> Lexicon.FIRST_LANGUAGE;
        int told = languages != 0 && (languages & 1) == 0 ? OTHER_LANGUAGE : 0;
        if (shape > NameTokens.MIXED) {
            return told;
        }
        told |= WORD | (shape > NameTokens.LOWER ? CAPITAL : 0);
        told |= mayBegin(shape, letters, flags, true) ? FIRST : 0;
        told |= mayBegin(shape, letters, flags, false) ? LATER : 0;
        if (shape != NameTokens.LOWER) {
            return told | (shape == NameTokens.MIXED ? 0 : BESIDE | BESIDE_SMALL);
        }
        if (letters > 1) {
            boolean listed = (flags & Lexicon.NAMES) != 0;
            told |= listed || (flags & (Lexicon.COMMON | Lexicon.CALENDAR)) == 0 ? SMALL : 0;
            told |= listed ? BESIDE | BESIDE_SMALL : 0;
            told |= languages == 0 ? BESIDE_SMALL : 0;
        }
        return told;
    }

    private static boolean mayBegin(byte shape, int letters, int flags, boolean first) {
        boolean common = (flags & (Lexicon.COMMON | Lexicon.TITLE | Lexicon.CALENDAR)) != 0;
        boolean opensPlace = (flags & Lexicon.PLACE_PART) != 0;
        return switch (shape) {
            case NameTokens.LOWER -> letters > 2 && (!common || opensPlace);
            case NameTokens.CAPITALISED, NameTokens.CAPITALS -> !common || (flags & Lexicon.NAMES) != 0 || !first;
            case NameTokens.INITIAL -> (flags & Lexicon.COMMON) == 0 || !first;
            default -> true;
        };
    }
}

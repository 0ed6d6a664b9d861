package dev.assay.detect.ner;

/** Of which words the model is asked whether a name begins there, told of each word once: what {@link NameTagger} looks at to mark a segment. */
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

    private Gate() {}

    /** What a word tells by its shape, letters and flags. */
    static int of(byte shape, int letters, int flags) {
        if (shape > NameTokens.MIXED) {
            return 0;
        }
        int told = WORD | (shape > NameTokens.LOWER ? CAPITAL : 0);
        told |= mayBegin(shape, letters, flags, true) ? FIRST : 0;
        told |= mayBegin(shape, letters, flags, false) ? LATER : 0;
        if (shape != NameTokens.LOWER) {
            return told | (shape == NameTokens.MIXED ? 0 : BESIDE | BESIDE_SMALL);
        }
        if (letters > 1) {
            boolean listed = (flags & Lexicon.NAMES) != 0;
            told |= listed || (flags & (Lexicon.COMMON | Lexicon.CALENDAR)) == 0 ? SMALL : 0;
            told |= listed ? BESIDE | BESIDE_SMALL : 0;
            told |= flags >>> Lexicon.FIRST_LANGUAGE == 0 ? BESIDE_SMALL : 0;
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

package dev.assay.detect.ner;

/** Says how far tokens go that read as a person's name, by how they are written and by what the lexicon knows of them. */
final class NameRun {
    private static final int MOST_WORDS = 5;
    private static final int NO_NAME = Lexicon.COMMON
            | Lexicon.ROLE
            | Lexicon.CALENDAR
            | Lexicon.INTRODUCES
            | Lexicon.ORGANISATION
            | Lexicon.TITLE
            | Lexicon.NATION
            | Lexicon.COUNTRY;
    private static final long[] PARTICLES = {
        WordHash.of("von"),
        WordHash.of("van"),
        WordHash.of("de"),
        WordHash.of("der"),
        WordHash.of("den"),
        WordHash.of("del"),
        WordHash.of("della"),
        WordHash.of("di"),
        WordHash.of("da"),
        WordHash.of("dos"),
        WordHash.of("do"),
        WordHash.of("la"),
        WordHash.of("le"),
        WordHash.of("bin"),
        WordHash.of("al"),
        WordHash.of("ter")
    };

    private NameRun() {}

    /**
     * One past the last token of the name that begins at a token; the token itself if none does. What goes on with a word
     * that is none of a person's, as {@code Example Works} does, is no person's name as a whole.
     *
     * @param end one past the segment's last token
     */
    static int end(NameTokens tokens, int first, int end) {
        int words = 0;
        int full = 0;
        int last = first;
        int i = first;
        while (i < end && words <= MOST_WORDS) {
            if (isWordOfName(tokens, i)) {
                words++;
                full += tokens.length(i) > 1 ? 1 : 0;
                last = i + 1;
            } else if (words == 0 || !isParticle(tokens, i)) {
                break;
            }
            i++;
        }
        boolean goesOn =
                last < end && tokens.shape(last) >= NameTokens.CAPITALISED && tokens.shape(last) <= NameTokens.MIXED;
        return full == 0 || words > MOST_WORDS || goesOn ? first : last;
    }

    /** A word with a capital that is not known as something else, or is known as a name. */
    static boolean isWordOfName(NameTokens tokens, int i) {
        byte shape = tokens.shape(i);
        return shape >= NameTokens.CAPITALISED && shape <= NameTokens.MIXED && mayBeOfName(tokens.flags(i));
    }

    private static boolean mayBeOfName(int flags) {
        return isListed(flags) || (flags & NO_NAME) == 0;
    }

    /** Whether a list of persons' names holds a word. */
    static boolean isListed(int flags) {
        return (flags & (Lexicon.GIVEN | Lexicon.SURNAME)) != 0;
    }

    static boolean isParticle(NameTokens tokens, int i) {
        if (tokens.shape(i) != NameTokens.LOWER) {
            return false;
        }
        for (long particle : PARTICLES) {
            if (tokens.word(i) == particle) {
                return true;
            }
        }
        return false;
    }
}

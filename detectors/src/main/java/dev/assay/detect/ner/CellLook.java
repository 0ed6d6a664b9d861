package dev.assay.detect.ner;

/**
 * Says what the few words of a short cell read as when they are taken together, by the lexicon and by how they are written.
 * It knows neither the column nor the other cells: a column of which most cells read alike is judged elsewhere. Reused; not
 * thread-safe.
 */
final class CellLook {
    /** Longer cells are texts, not names. */
    static final int LONGEST = 80;

    private static final int MOST_WORDS = 6;
    static final int MOST_TOKENS = 12;
    private static final long COMMA = NameTokens.hashOfMark(',');
    private static final long STOP = NameTokens.hashOfMark('.');
    private static final int OTHER = Lexicon.COMMON | Lexicon.CALENDAR | Lexicon.ROLE | Lexicon.NATION;

    /** What a cell is to one kind of name. */
    enum Verdict {
        /** Its words are known as names of the kind. */
        LIKE,
        /** Something in it speaks against a name: a number, an identifier, words known as something else. */
        UNLIKE,
        /** Neither. */
        OPEN
    }

    private final NameTokens cut;
    /** Those that were looked at last. */
    private NameTokens tokens;

    private int size;
    private int words;
    private int full;
    private int listed;
    private int places;
    private int organisations;
    private int ordinary;
    private int small;
    private int commas;
    private int wordsBeforeComma;
    private int marks;
    private boolean numbers;

    /**
     * A look.
     *
     * @param cut what cells are cut into that are not yet
     */
    CellLook(NameTokens cut) {
        this.cut = cut;
        tokens = cut;
    }

    /** Looks at a cell; false if it is no few words, but a text or nothing. */
    boolean read(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        cut.begin(bytes, from, to);
        return cut.next() && cut.position() >= to && read(cut);
    }

    /**
     * The same of a cell that is cut already.
     *
     * @param kept all its tokens, which make one segment
     */
    boolean read(NameTokens kept) {
        tokens = kept;
        if (tokens.size() > MOST_TOKENS) {
            return false;
        }
        size = tokens.size();
        words = 0;
        full = 0;
        listed = 0;
        places = 0;
        organisations = 0;
        ordinary = 0;
        small = 0;
        commas = 0;
        wordsBeforeComma = 0;
        marks = 0;
        numbers = false;
        for (int i = 0; i < size; i++) {
            count(i);
        }
        return words > 0;
    }

    private void count(int i) {
        byte shape = tokens.shape(i);
        int flags = tokens.flags(i);
        if (shape == NameTokens.MARK) {
            if (tokens.word(i) == COMMA) {
                commas++;
                wordsBeforeComma = words;
            }
            marks += tokens.word(i) == COMMA || tokens.word(i) == STOP ? 0 : 1;
        } else if (shape == NameTokens.OPAQUE || shape == NameTokens.NUMBER) {
            numbers = true;
        } else if (!NameRun.isParticle(tokens, i) && (flags & Lexicon.TITLE) == 0) {
            boolean person = NameRun.isListed(flags);
            words++;
            full += shape == NameTokens.INITIAL ? 0 : 1;
            listed += person && shape != NameTokens.INITIAL ? 1 : 0;
            places += (flags & (Lexicon.PLACE | Lexicon.COUNTRY | Lexicon.PLACE_PART)) != 0 ? 1 : 0;
            organisations += (flags & Lexicon.ORGANISATION) != 0 && !person ? 1 : 0;
            ordinary += (flags & OTHER) != 0 && (flags & Lexicon.NAMES) == 0 ? 1 : 0;
            small += shape == NameTokens.LOWER ? 1 : 0;
        }
    }

    /** First byte of the words read, behind blanks. */
    int start() {
        return tokens.start[0];
    }

    /** One past their last byte. */
    int end() {
        return tokens.end[size - 1];
    }

    /** What the cell read last is to a kind of name. */
    Verdict as(NameKind kind) {
        if (numbers || words > MOST_WORDS || (words == 1 && small == 1 && ordinary == 1)) {
            return Verdict.UNLIKE;
        }
        return switch (kind) {
            case PERSON -> asPerson();
            case LOCATION -> {
                boolean known = places == words && small == 0 && marks == 0 && hasPlace();
                yield known ? Verdict.LIKE : Verdict.OPEN;
            }
            case ORGANIZATION -> {
                boolean known = organisations > 0 && words > 1 && small == 0 && places + listed < words;
                yield known ? Verdict.LIKE : Verdict.OPEN;
            }
        };
    }

    private Verdict asPerson() {
        if (organisations > 0 || ordinary > 1 || (ordinary == 1 && words > 1 && listed == 0)) {
            return Verdict.UNLIKE;
        }
        boolean knownEnough = listed > 0 && listed * 2 >= full;
        boolean written = small == 0 || (listed == words && !hasCommon());
        boolean whole = marks == 0 && (commas == 0 || (commas == 1 && isSurnameFirst()));
        return knownEnough && ordinary == 0 && written && whole ? Verdict.LIKE : Verdict.OPEN;
    }

    /** {@code Doe, Jane} and {@code Doe Miller, Jane}, but not {@code Jane Doe, John Miller}. */
    private boolean isSurnameFirst() {
        int behind = words - wordsBeforeComma;
        return wordsBeforeComma == 1 ? behind > 0 : wordsBeforeComma == 2 && behind == 1;
    }

    private boolean hasPlace() {
        for (int i = 0; i < size; i++) {
            if ((tokens.flags(i) & (Lexicon.PLACE | Lexicon.COUNTRY)) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean hasCommon() {
        for (int i = 0; i < size; i++) {
            if ((tokens.flags(i) & Lexicon.COMMON) != 0 && tokens.shape(i) == NameTokens.LOWER) {
                return true;
            }
        }
        return false;
    }
}

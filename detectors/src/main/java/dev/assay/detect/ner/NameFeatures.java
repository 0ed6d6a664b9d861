package dev.assay.detect.ner;

/**
 * What the model looks at to judge one token: the token, two neighbours on each side, and what was decided just before.
 * Training and scanning share this class, so that they cannot differ. Not thread-safe.
 */
final class NameFeatures {
    /** Features that follow from the token itself. */
    static final int OWN = 10;

    /** Features that are a neighbour's word. */
    static final int SIDES = 4;

    /** Features that more than one of these makes together. */
    static final int OTHERS = 22;

    /** Features of one token. */
    static final int COUNT = OWN + SIDES + OTHERS;

    /** Words of more letters are as long to the model. */
    private static final int LONG = 12;

    /** Bits of what is told of a word by lists and by its parts. */
    static final int MEANING_BITS = 14;

    /** The last two letters of a neighbour, where it is a word in small letters. */
    private static final long ENDING = 0xFFFF_FFFFL;

    private static final int SHORTEST_ENDING_WORD = 3;

    private static final long EDGE = 0x0ED6_EL;
    private static final int EDGE_SHAPE = 15;

    private static final int CAPITALISED_AT = 20;
    private static final int CAPITALS_AT = 40;
    private static final int MOST_COUNTED = (1 << CAPITALISED_AT) - 1;
    /** What a token of each shape is counted as: no branch, for nobody foresees the next token's. */
    private static final long[] COUNTED = counted();

    final long[] of = new long[COUNT];

    private int mode;
    private int first;
    private int end;

    /** Looks at the segment of the tokens from {@code first} to before {@code end} as a whole: whether it is written without capitals, in capitals, or as usual. */
    void begin(NameTokens tokens, int first, int end) {
        this.first = first;
        this.end = end;
        long counts = 0;
        for (int i = first; i < end; i++) {
            counts += COUNTED[tokens.shape(i)];
        }
        int lower = (int) counts & MOST_COUNTED;
        int capitalised = (int) (counts >>> CAPITALISED_AT) & MOST_COUNTED;
        int capitals = (int) (counts >>> CAPITALS_AT) & MOST_COUNTED;
        if (capitalised + capitals == 0) {
            mode = 0;
        } else if (capitals > capitalised + lower) {
            mode = 1;
        } else {
            mode = capitalised > lower ? 3 : 2;
        }
    }

    private static long[] counted() {
        long[] counted = new long[EDGE_SHAPE + 1];
        counted[NameTokens.LOWER] = 1;
        counted[NameTokens.CAPITALISED] = 1L << CAPITALISED_AT;
        counted[NameTokens.MIXED] = 1L << CAPITALISED_AT;
        counted[NameTokens.CAPITALS] = 1L << CAPITALS_AT;
        return counted;
    }

    /** Whether the segment begun is written in both cases, so that a capital says something. */
    boolean capitalsTell() {
        return mode > 1;
    }

    /**
     * Fills {@link #of} for one token: {@link #OWN}, then {@link #SIDES}, then the others.
     *
     * @param last what was decided of the token before, 0 if nothing was
     * @param before what was decided of the token before that
     */
    void fill(NameTokens tokens, int i, int last, int before) {
        fillOwn(tokens, i);
        int n = OWN;
        for (int side = 0; side < SIDES; side++) {
            of[n++] = side(side, neighbour(tokens, i, side));
        }
        fillOthers(n, tokens, i, last, before);
    }

    /** The word of one of the neighbours: left, right, and those beyond. */
    long neighbour(NameTokens tokens, int i, int side) {
        return switch (side) {
            case 0 -> word(tokens, i - 1);
            case 1 -> word(tokens, i + 1);
            case 2 -> word(tokens, i - 2);
            default -> word(tokens, i + 2);
        };
    }

    /** The feature that a neighbour's word is by itself. */
    static long side(int side, long word) {
        return WordHash.feature(1 + side, word);
    }

    /** Everything that {@link #fillOwn} looks at besides the letters of the word. */
    long look(NameTokens tokens, int i) {
        return (long) meaning(tokens, i) << 16 | tokens.shape(i) << 8 | mode << 4 | Math.min(LONG, tokens.length(i));
    }

    /** Fills the first {@link #OWN} of {@link #of}: what follows from the token and how its segment is written. */
    void fillOwn(NameTokens tokens, int i) {
        int s = tokens.shape(i) + mode * 16;
        int x = meaning(tokens, i);
        long tail = tokens.tail(i);
        long head = tokens.head(i);
        int length = tokens.length(i);
        of[0] = WordHash.feature(0, tokens.word(i));
        of[1] = WordHash.feature(7, s);
        of[2] = WordHash.feature(9, tail & 0xFFFF_FFFFL);
        of[3] = WordHash.feature(10, tail & 0xFFFF_FFFF_FFFFL);
        of[4] = WordHash.feature(11, tail);
        of[5] = WordHash.feature(12, length < 3 ? head : head >>> (16 * (Math.min(4, length) - 3)));
        of[6] = WordHash.feature(13, head);
        of[7] = WordHash.feature(14, x);
        of[8] = WordHash.feature(15, ((long) s << 32) | x);
        of[9] = WordHash.feature(27, (Math.min(LONG, length) << 8) | s);
    }

    /**
     * Fills {@link #OTHERS} of {@link #of}: what follows from the token and its surroundings together.
     *
     * @param at where the first of them goes
     */
    void fillOthers(int at, NameTokens tokens, int i, int last, int before) {
        long w = tokens.word(i);
        long wl = word(tokens, i - 1);
        long wr = word(tokens, i + 1);
        int s = tokens.shape(i) + mode * 16;
        int sl = shape(tokens, i - 1);
        int sr = shape(tokens, i + 1);
        int x = meaning(tokens, i);
        int xl = meaning(tokens, i - 1);
        int xr = meaning(tokens, i + 1);
        int xll = meaning(tokens, i - 2);
        int xrr = meaning(tokens, i + 2);
        long sx = ((long) s << 32) | x;
        int n = at;
        of[n++] = WordHash.feature(5, WordHash.pair(wl, w));
        of[n++] = WordHash.feature(6, WordHash.pair(w, wr));
        of[n++] = WordHash.feature(8, ((long) sl << 16) | (s << 8) | sr);
        of[n++] = WordHash.feature(16, ((long) xl << 32) | x);
        of[n++] = WordHash.feature(17, ((long) x << 32) | xr);
        of[n++] = WordHash.feature(18, triple(xl, x, xr) * 31 + s);
        of[n++] = WordHash.feature(19, WordHash.pair(wl, sx));
        of[n++] = WordHash.feature(20, WordHash.pair(wr, sx));
        of[n++] = WordHash.feature(21, WordHash.pair(wl, s));
        of[n++] = WordHash.feature(22, WordHash.pair(wl, wr));
        of[n++] = WordHash.feature(23, WordHash.pair(word(tokens, i - 2), wl));
        of[n++] = WordHash.feature(24, WordHash.pair(wr, word(tokens, i + 2)));
        of[n++] = WordHash.feature(25, triple(xll, xl, x));
        of[n++] = WordHash.feature(26, triple(x, xr, xrr));
        of[n++] = WordHash.feature(28, (i == first ? 1L << 40 : 0) | (end - first < 4 ? 1L << 41 : 0) | sx);
        of[n++] = WordHash.feature(29, last);
        of[n++] = WordHash.feature(30, WordHash.pair(w, last));
        of[n++] = WordHash.feature(31, sx * 64 + last);
        of[n++] = WordHash.feature(32, (((long) xl << MEANING_BITS) | x) * 64 + last);
        of[n++] = WordHash.feature(33, (((long) sl << 8) | s) * 4096 + last * 64L + before);
        of[n++] = WordHash.feature(34, WordHash.pair(ending(tokens, i - 1), sx));
        of[n++] = WordHash.feature(35, WordHash.pair(ending(tokens, i + 1), sx));
        assert n == at + OTHERS;
    }

    private static long triple(int one, int two, int three) {
        return ((long) one << (2 * MEANING_BITS)) | ((long) two << MEANING_BITS) | three;
    }

    /** How a neighbour in small letters ends, which tells verbs from adjectives and articles; of any other the word. */
    private long ending(NameTokens tokens, int i) {
        if (i < first || i >= end) {
            return EDGE;
        }
        boolean ends = tokens.shape(i) == NameTokens.LOWER && tokens.length(i) >= SHORTEST_ENDING_WORD;
        return ends ? tokens.tail(i) & ENDING : tokens.word(i);
    }

    private long word(NameTokens tokens, int i) {
        return i < first || i >= end ? EDGE : tokens.word(i);
    }

    private int shape(NameTokens tokens, int i) {
        return i < first || i >= end ? EDGE_SHAPE : tokens.shape(i);
    }

    private int meaning(NameTokens tokens, int i) {
        return i < first || i >= end ? 0 : tokens.meaning(i);
    }
}

package dev.assay.detect.ner;

/**
 * What the model looks at to judge one token: the token, two neighbours on each side, and what was decided just before.
 * Training and scanning share this class, so that they cannot differ. Not thread-safe.
 */
final class NameFeatures {
    /** Features of one token. */
    static final int COUNT = 34;

    private static final long EDGE = 0x0ED6_EL;
    private static final int EDGE_SHAPE = 15;

    final long[] of = new long[COUNT];

    private int mode;
    private int first;
    private int end;

    /** Looks at the segment of the tokens from {@code first} to before {@code end} as a whole: whether it is written without capitals, in capitals, or as usual. */
    void begin(NameTokens tokens, int first, int end) {
        this.first = first;
        this.end = end;
        int lower = 0;
        int capitalised = 0;
        int capitals = 0;
        for (int i = first; i < end; i++) {
            switch (tokens.shape[i]) {
                case NameTokens.LOWER -> lower++;
                case NameTokens.CAPITALISED, NameTokens.MIXED -> capitalised++;
                case NameTokens.CAPITALS -> capitals++;
                default -> {}
            }
        }
        if (capitalised + capitals == 0) {
            mode = 0;
        } else if (capitals > capitalised + lower) {
            mode = 1;
        } else {
            mode = capitalised > lower ? 3 : 2;
        }
    }

    /** Whether the segment begun is written in both cases, so that a capital says something. */
    boolean capitalsTell() {
        return mode > 1;
    }

    /**
     * Fills {@link #of} for one token.
     *
     * @param last what was decided of the token before, 0 if nothing was
     * @param before what was decided of the token before that
     */
    void fill(NameTokens tokens, int i, int last, int before) {
        long w = tokens.word[i];
        long wl = word(tokens, i - 1);
        long wr = word(tokens, i + 1);
        int s = tokens.shape[i] + mode * 16;
        int sl = shape(tokens, i - 1);
        int sr = shape(tokens, i + 1);
        int x = meaning(tokens, i);
        int xl = meaning(tokens, i - 1);
        int xr = meaning(tokens, i + 1);
        int xll = meaning(tokens, i - 2);
        int xrr = meaning(tokens, i + 2);
        long tail = tokens.tail[i];
        long head = tokens.head[i];
        long sx = ((long) s << 32) | x;
        int n = 0;
        of[n] = WordHash.feature(n++, w);
        of[n] = WordHash.feature(n++, wl);
        of[n] = WordHash.feature(n++, wr);
        of[n] = WordHash.feature(n++, word(tokens, i - 2));
        of[n] = WordHash.feature(n++, word(tokens, i + 2));
        of[n] = WordHash.feature(n++, WordHash.pair(wl, w));
        of[n] = WordHash.feature(n++, WordHash.pair(w, wr));
        of[n] = WordHash.feature(n++, s);
        of[n] = WordHash.feature(n++, ((long) sl << 16) | (s << 8) | sr);
        of[n] = WordHash.feature(n++, tail & 0xFFFF_FFFFL);
        of[n] = WordHash.feature(n++, tail & 0xFFFF_FFFF_FFFFL);
        of[n] = WordHash.feature(n++, tail);
        of[n] = WordHash.feature(
                n++, tokens.length[i] < 3 ? head : head >>> (16 * (Math.min(4, tokens.length[i]) - 3)));
        of[n] = WordHash.feature(n++, head);
        of[n] = WordHash.feature(n++, x);
        of[n] = WordHash.feature(n++, sx);
        of[n] = WordHash.feature(n++, ((long) xl << 32) | x);
        of[n] = WordHash.feature(n++, ((long) x << 32) | xr);
        of[n] = WordHash.feature(n++, (((long) xl << 24) | (x << 12) | xr) * 31 + s);
        of[n] = WordHash.feature(n++, WordHash.pair(wl, sx));
        of[n] = WordHash.feature(n++, WordHash.pair(wr, sx));
        of[n] = WordHash.feature(n++, WordHash.pair(wl, s));
        of[n] = WordHash.feature(n++, WordHash.pair(wl, wr));
        of[n] = WordHash.feature(n++, WordHash.pair(word(tokens, i - 2), wl));
        of[n] = WordHash.feature(n++, WordHash.pair(wr, word(tokens, i + 2)));
        of[n] = WordHash.feature(n++, ((long) xll << 24) | (xl << 12) | x);
        of[n] = WordHash.feature(n++, ((long) x << 24) | (xr << 12) | xrr);
        of[n] = WordHash.feature(n++, (Math.min(12, tokens.length[i]) << 8) | s);
        of[n] = WordHash.feature(n++, (i == first ? 1L << 40 : 0) | (end - first < 4 ? 1L << 41 : 0) | sx);
        of[n] = WordHash.feature(n++, last);
        of[n] = WordHash.feature(n++, WordHash.pair(w, last));
        of[n] = WordHash.feature(n++, sx * 64 + last);
        of[n] = WordHash.feature(n++, (((long) xl << 12) | x) * 64 + last);
        of[n] = WordHash.feature(n++, (((long) sl << 8) | s) * 4096 + last * 64L + before);
        assert n == COUNT;
    }

    private long word(NameTokens tokens, int i) {
        return i < first || i >= end ? EDGE : tokens.word[i];
    }

    private int shape(NameTokens tokens, int i) {
        return i < first || i >= end ? EDGE_SHAPE : tokens.shape[i];
    }

    private int meaning(NameTokens tokens, int i) {
        return i < first || i >= end ? 0 : tokens.flags[i] & Lexicon.MEANING;
    }
}

package dev.assay.detect.ner;

import java.util.Arrays;

/**
 * What a model's weights come to for one token, with what follows from single words remembered: a word met again is not
 * looked up feature by feature. Sums of whole numbers have no order, so what is remembered changes no score. Bounded; not
 * thread-safe.
 */
final class WordScores {
    /** Words remembered, a power of two. */
    private static final int WORDS = 4096;

    private static final int SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(WORDS);
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
    /** All that a word's own features follow from, then what they come to. */
    private static final int OWNER = 4;

    private static final int OWN = OWNER + NameModel.SUMS;

    /** A neighbour's word, then what it comes to on each side. */
    private static final int NEIGHBOUR = 1 + NameFeatures.SIDES * NameModel.SUMS;

    private final NameModel model;
    /** Of each word hash, look, begin and end, and the sums of its own features. Words of one hash do not share a place. */
    private final long[] owners = new long[WORDS * OWN];

    private final long[] neighbours = new long[WORDS * NEIGHBOUR];
    private final long[] sums = new long[NameModel.SUMS];
    private final long[] one = new long[1];
    private final long[] heads = new long[NameFeatures.COUNT];

    WordScores(NameModel model) {
        this.model = model;
        // At first no place holds a word of its own: 0 has the first, and 1 another.
        neighbours[0] = 1;
    }

    /**
     * Begins to score one token of the segment that the features began with: by single words alone, its own and its
     * neighbours', which costs little.
     *
     * @param into a score for each outcome, as {@link NameModel#split} leaves them
     */
    void scoreByWords(NameFeatures features, NameTokens tokens, int i, int[] into) {
        int own = own(features, tokens, i);
        long oneAndThree = owners[own];
        long twoAndFour = owners[own + 1];
        long fiveAndSix = owners[own + 2];
        for (int side = 0; side < NameFeatures.SIDES; side++) {
            int at = side(side, features.neighbour(tokens, i, side));
            oneAndThree += neighbours[at];
            twoAndFour += neighbours[at + 1];
            fiveAndSix += neighbours[at + 2];
        }
        sums[0] = oneAndThree;
        sums[1] = twoAndFour;
        sums[2] = fiveAndSix;
        NameModel.split(sums, into);
    }

    /**
     * Ends what {@link #scoreByWords} began, with all that words are together.
     *
     * @param into as there
     */
    void scoreByAll(NameFeatures features, NameTokens tokens, int i, int last, int before, int[] into) {
        features.fillOthers(0, tokens, i, last, before);
        model.add(features.of, NameFeatures.OTHERS, heads, sums, 0);
        NameModel.split(sums, into);
    }

    /** Where the sums of a token's own features are. */
    private int own(NameFeatures features, NameTokens tokens, int i) {
        long word = tokens.word(i);
        // Never 0, so that a free place is no word's.
        long look = features.look(tokens, i) + 1;
        int at = (int) (((word ^ look) * SPREAD) >>> SHIFT) * OWN;
        if (!owns(at, word, look, tokens.head(i), tokens.tail(i))) {
            features.fillOwn(tokens, i);
            Arrays.fill(owners, at + OWNER, at + OWN, 0);
            model.add(features.of, NameFeatures.OWN, heads, owners, at + OWNER);
        }
        return at + OWNER;
    }

    /** Whether a place is a word's already; it is from now on. */
    private boolean owns(int at, long word, long look, long head, long tail) {
        if (owners[at] == word && owners[at + 1] == look && owners[at + 2] == head && owners[at + 3] == tail) {
            return true;
        }
        owners[at] = word;
        owners[at + 1] = look;
        owners[at + 2] = head;
        owners[at + 3] = tail;
        return false;
    }

    /** Where the sums of a neighbour's feature are. It follows from the word's hash alone, so words of one hash may share a place. */
    private int side(int side, long word) {
        int at = (int) ((word * SPREAD) >>> SHIFT) * NEIGHBOUR;
        if (neighbours[at] != word) {
            Arrays.fill(neighbours, at, at + NEIGHBOUR, 0);
            neighbours[at] = word;
            for (int k = 0; k < NameFeatures.SIDES; k++) {
                one[0] = NameFeatures.side(k, word);
                model.add(one, 1, heads, neighbours, at + 1 + k * NameModel.SUMS);
            }
        }
        return at + 1 + side * NameModel.SUMS;
    }
}

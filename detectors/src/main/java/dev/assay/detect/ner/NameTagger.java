package dev.assay.detect.ner;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides token by token, from left to right, which tokens are names. Where nothing was begun, only tokens that may begin a
 * name are put to the model: the gate. Not thread-safe.
 */
final class NameTagger {
    /** Receives a name. */
    @FunctionalInterface
    interface Names {
        /**
         * One name.
         *
         * @param first index of its first token
         * @param end one past its last token
         * @param permille how probable its least probable token is, in parts per thousand
         */
        void name(NameKind kind, int first, int end, int permille);
    }

    /** What a name is given besides where capitals tell nothing; chosen on development portions, see docs/names.md. */
    static final int WITHOUT_CAPITALS = 400;

    /**
     * What single words may speak against a name and the rest yet outweigh, in {@code 1/}{@value NameModel#SCALE} of a log-odd;
     * chosen on development portions, see docs/names.md.
     */
    private static final int HOPELESS = -1000;

    private static final NameKind[] KINDS = NameKind.values();

    private final NameFeatures features = new NameFeatures();
    private final IdentityHashMap<NameModel, WordScores> words = new IdentityHashMap<>();
    private final int[] scores = new int[NameModel.OUTCOMES];
    private final boolean[] candidate = new boolean[NameTokens.CAPACITY];
    private final byte[] decided = new byte[NameTokens.CAPACITY];
    private final int[] sure = new int[NameTokens.CAPACITY];
    private final boolean gated;
    private final @Nullable Lean eagerness;
    private final int[] given = new int[NameModel.OUTCOMES];

    private NameTagger(boolean gated, @Nullable Lean eagerness) {
        this.gated = gated;
        this.eagerness = eagerness;
    }

    /** A tagger that asks the model only where a name may begin. */
    static NameTagger gated() {
        return new NameTagger(true, null);
    }

    /**
     * As {@link #gated()}, leaning towards names by something else than the model's own measure.
     *
     * @param eagerness what names are given beforehand, however a text is written
     */
    static NameTagger eager(Lean eagerness) {
        return new NameTagger(true, eagerness);
    }

    /** A tagger that asks the model about every token, to measure what the gate loses. */
    static NameTagger ungated() {
        return new NameTagger(false, null);
    }

    /** Whether what cannot hold a name is passed by. */
    boolean isGated() {
        return gated;
    }

    /** What {@link Gate} tells of a segment's tokens together; 0 if none may begin a name, and the model need not be known. */
    // Without a branch: nobody foresees which words a name may begin with.
    @SuppressWarnings("ShortCircuitBoolean")
    int mark(NameTokens tokens) {
        int first = tokens.first();
        int size = tokens.size();
        int all = tokens.calls();
        boolean capitals = (all & Gate.CAPITAL) != 0;
        int others = !gated ? Gate.WORD : capitals ? 0 : Gate.SMALL;
        int openings = Gate.LATER | others;
        int openingsFirst = Gate.FIRST | others;
        if ((all & (openings | openingsFirst)) == 0) {
            Arrays.fill(candidate, first, size, false);
            return 0;
        }
        int beside = !gated ? 0 : capitals ? Gate.BESIDE : Gate.BESIDE_SMALL;
        boolean any = false;
        boolean before = false;
        int gate = tokens.gate(first);
        boolean opens = (gate & openingsFirst) != 0;
        for (int i = first; i < size; i++) {
            int next = i + 1 < size ? tokens.gate(i + 1) : 0;
            boolean opensNext = (next & openings) != 0;
            before = opens | ((gate & beside) != 0 & (before | opensNext));
            candidate[i] = before;
            any |= opens;
            gate = next;
            opens = opensNext;
        }
        return any ? all : 0;
    }

    /** Whether a token of the segment marked last may begin a name. */
    boolean isCandidate(int token) {
        return candidate[token];
    }

    /** Tags the segment read last, whose candidates were marked. */
    void tag(NameTokens tokens, NameModel model, Names names) {
        tag(tokens, tokens.first(), tokens.size(), model, names);
    }

    /**
     * Tags one of the segments that are kept, whose candidates were marked.
     *
     * @param from index of its first token
     * @param size one past its last
     */
    void tag(NameTokens tokens, int from, int size, NameModel model, Names names) {
        features.begin(tokens, from, size);
        Lean lean = eagerness;
        if (lean == null) {
            lean = features.capitalsTell() ? model.lean() : model.lean().further(WITHOUT_CAPITALS);
        }
        lean.into(given);
        WordScores remembered = words.computeIfAbsent(model, WordScores::new);
        int last = 0;
        int before = 0;
        for (int i = from; i < size; i++) {
            int outcome = 0;
            if (last != 0 || candidate[i]) {
                remembered.scoreByWords(features, tokens, i, scores);
                if (last != 0 || !gated || mayYetBegin()) {
                    remembered.scoreByAll(features, tokens, i, last, before, scores);
                    outcome = best(last);
                    sure[i] = outcome == 0 ? 0 : NameModel.permille(scores, outcome);
                }
            }
            decided[i] = (byte) outcome;
            before = last;
            last = outcome;
        }
        int i = from;
        while (i < size) {
            int outcome = decided[i];
            if (outcome == 0) {
                i++;
                continue;
            }
            int first = i;
            int least = sure[i];
            i++;
            while (i < size && decided[i] == outcome + 1) {
                least = Math.min(least, sure[i]);
                i++;
            }
            names.name(KINDS[(outcome - 1) / 2], first, i, least);
        }
    }

    /** Whether single words leave it open that a name begins. */
    private boolean mayYetBegin() {
        for (NameKind kind : KINDS) {
            if (scores[kind.begin()] + given[kind.begin()] >= HOPELESS) {
                return true;
            }
        }
        return false;
    }

    /** The best outcome that may follow: inside only behind a begin or inside of the same kind. */
    private int best(int last) {
        int best = 0;
        int score = scores[0];
        for (int outcome = 1; outcome < NameModel.OUTCOMES; outcome++) {
            boolean inside = outcome % 2 == 0;
            boolean allowed = !inside || last == outcome || last == outcome - 1;
            if (allowed && scores[outcome] + given[outcome] > score) {
                best = outcome;
                score = scores[outcome] + given[outcome];
            }
        }
        return best;
    }
}

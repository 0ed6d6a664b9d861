package dev.assay.detect.ner;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts for names: the gate says where one may be, the language of a text chooses the model, the model and what else
 * speaks for a name decide. Nothing of a text is kept for the next. Not thread-safe.
 */
final class NameReader {
    /** Receives a name. */
    @FunctionalInterface
    interface Found {
        /**
         * One name.
         *
         * @param start its first byte
         * @param end one past its last
         * @param permille how probable it is, in parts per thousand
         */
        void name(NameKind kind, int start, int end, int permille);
    }

    private final NameTokens tokens;
    /** For looking at a long text's beginning while it is being read. */
    private final NameTokens ahead;

    private final NameTagger tagger;
    private final LineLook lines;
    private final NameEvidence evidence;
    private final LanguageVote vote = new LanguageVote();
    private final int[] segments = new int[NameTokens.KEPT_BYTES + 1];
    /** What {@link NameTagger#mark} tells of each. */
    private final int[] calls = new int[NameTokens.KEPT_BYTES + 1];

    private boolean oneSegment;

    private final NameTagger.Names names = this::name;
    private Found found = (kind, start, end, permille) -> {};

    NameReader(WordTable words, NameTagger tagger) {
        tokens = new NameTokens(words);
        ahead = new NameTokens(words);
        this.tagger = tagger;
        lines = tagger.isGated() ? LineLook.gated(words) : LineLook.open(words);
        evidence = new NameEvidence(tokens);
    }

    /** The language of a text's beginning, English where nothing tells it. */
    Language language(byte[] bytes, int from, int to) {
        return vote.of(ahead, bytes, from, to).orElse(Language.EN);
    }

    /**
     * Reads a text.
     *
     * @param known the model to ask, null for the one of the text's language
     */
    void read(byte[] bytes, int from, int to, @Nullable NameModel known, Found found) {
        this.found = found;
        oneSegment = false;
        evidence.begin(bytes);
        lines.begin(bytes, from, to);
        tokens.begin(bytes, from, from);
        if (to - from <= NameTokens.KEPT_BYTES) {
            readAtOnce(known);
        } else {
            readInTurn(bytes, from, to, known);
        }
    }

    /**
     * Whether the text read last, one that is kept whole, may be few words of which a list of names holds one, as far as it was
     * looked at.
     */
    boolean sawFewWords() {
        return tokens.sawListed() && tokens.size() <= CellLook.MOST_TOKENS;
    }

    /** Whether the text read last, one that is kept whole, is one line and one segment as far as it goes, so that {@link CellLook} would cut it no otherwise. */
    boolean keepsOneSegment() {
        return oneSegment;
    }

    /** All tokens of the text read last. */
    NameTokens kept() {
        return tokens;
    }

    /** Of a long text a segment is kept at a time, and the model's choice waits until one may hold a name. */
    private void readInTurn(byte[] bytes, int from, int to, @Nullable NameModel known) {
        NameModel model = known;
        NameEvidence.Before before = NameEvidence.Before.ANYTHING;
        while (lines.next()) {
            tokens.goOn(lines.start(), lines.end());
            while (tokens.next()) {
                int called = tagger.mark(tokens);
                if (called != 0) {
                    if (model == null) {
                        model = model(vote.of(ahead, bytes, from, to));
                    }
                    evidence.begin(bytes);
                    evidence.hear(tokens.first(), tokens.size(), called);
                    tag(tokens.first(), tokens.size(), called, before, model);
                }
                before = before(tokens.first(), tokens.size());
            }
        }
    }

    /** Keeps all tokens of a short text: what names are looked for in also tells the language. */
    private void readAtOnce(@Nullable NameModel known) {
        int count = 0;
        int stop = 0;
        boolean any = false;
        while (lines.next()) {
            tokens.goOn(lines.start(), lines.end());
            while (tokens.append()) {
                calls[count] = tagger.mark(tokens);
                any |= calls[count] != 0;
                segments[count] = tokens.first();
                stop = tokens.position();
                count++;
            }
        }
        oneSegment = count == 1 && lines.isText() && stop == lines.end();
        if (!any) {
            return;
        }
        segments[count] = tokens.size();
        NameModel model = known == null ? modelOfKept() : known;
        evidence.hear(0, tokens.size(), tokens.seen());
        for (int i = 0; i < count; i++) {
            if (calls[i] != 0) {
                NameEvidence.Before before =
                        i == 0 ? NameEvidence.Before.ANYTHING : before(segments[i - 1], segments[i]);
                tag(segments[i], segments[i + 1], calls[i], before, model);
            }
        }
    }

    /** Where no word is one of other languages alone, English has as many votes as any; and it is taken where nothing has one. */
    private NameModel modelOfKept() {
        boolean mayBeOther = (tokens.seen() & Gate.OTHER_LANGUAGE) != 0;
        return mayBeOther ? model(vote.ofKept(tokens)) : english();
    }

    private NameEvidence.Before before(int first, int end) {
        return evidence.closes(first, end) ? NameEvidence.Before.CLOSING : NameEvidence.Before.ANYTHING;
    }

    private void tag(int first, int end, int called, NameEvidence.Before before, NameModel model) {
        evidence.look(first, end, called, before);
        tagger.tag(tokens, first, end, model, evidence);
        evidence.settle(names);
    }

    private void name(NameKind kind, int first, int last, int permille) {
        found.name(kind, tokens.start[first], tokens.end[last - 1], permille);
    }

    /** The shipped model of a language, the English one where there is none. */
    static NameModel model(Optional<Language> language) {
        return language.flatMap(ShippedNames::model).orElseGet(NameReader::english);
    }

    private static NameModel english() {
        return ShippedNames.model(Language.EN).orElseThrow();
    }
}

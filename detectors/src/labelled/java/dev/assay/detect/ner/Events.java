package dev.assay.detect.ner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Turns labelled texts into the events a model is trained on: one for each token the gate lets through. */
final class Events {
    private static final int LISTED = Lexicon.GIVEN | Lexicon.SURNAME | Lexicon.PLACE | Lexicon.COUNTRY;

    private final Lexicon lexicon;
    private final NameFeatures features = new NameFeatures();
    private final Random random = new Random(7);
    private final List<long[]> contexts = new ArrayList<>();
    private final List<Integer> outcomes = new ArrayList<>();

    Events(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    int size() {
        return contexts.size();
    }

    /** What {@link NameFeatures} saw. */
    long[] features(int event) {
        return contexts.get(event);
    }

    /** As {@link NameModel} numbers them. */
    int outcome(int event) {
        return outcomes.get(event);
    }

    /**
     * Adds texts.
     *
     * @param maskPercent of the tokens of names, how many are shown as if no list held them
     */
    void add(List<Labelled> texts, int maskPercent) {
        NameTokens tokens = new NameTokens(lexicon);
        NameTagger tagger = NameTagger.gated();
        for (Labelled one : texts) {
            int[] offsets = one.byteOffsets();
            byte[] bytes = one.utf8();
            tokens.begin(bytes, 0, bytes.length);
            while (tokens.next()) {
                int[] labels = labels(tokens, one, offsets);
                for (int i = 0; i < tokens.size(); i++) {
                    if (labels[i] != 0 && random.nextInt(100) < maskPercent) {
                        tokens.disguise(i, tokens.word(i), WordTable.withoutLists(tokens.facts(i), LISTED));
                    }
                }
                tagger.mark(tokens);
                add(tokens, labels, tagger);
            }
        }
    }

    private void add(NameTokens tokens, int[] labels, NameTagger tagger) {
        features.begin(tokens, 0, tokens.size());
        int last = 0;
        int before = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (last != 0 || tagger.isCandidate(i) || isSmallBeforeName(tokens, labels, i)) {
                features.fill(tokens, i, last, before);
                contexts.add(features.of.clone());
                outcomes.add(labels[i]);
                before = last;
                last = labels[i];
            } else {
                before = last;
                last = 0;
            }
        }
    }

    /**
     * Where capitals tell nothing a word before a name is learned too, though the gate asks of few such words: without the gate a
     * model would begin names there.
     */
    private boolean isSmallBeforeName(NameTokens tokens, int[] labels, int i) {
        boolean beforeName = labels[i] == 0 && i + 1 < labels.length && labels[i + 1] != 0;
        return beforeName && tokens.shape(i) == NameTokens.LOWER && !features.capitalsTell();
    }

    private static int[] labels(NameTokens tokens, Labelled one, int[] offsets) {
        int[] labels = new int[tokens.size()];
        for (Labelled.Name name : one.names()) {
            int from = offsets[name.start()];
            int to = offsets[name.end()];
            boolean begun = false;
            for (int i = 0; i < labels.length; i++) {
                if (tokens.start[i] < to && from < tokens.end[i]) {
                    labels[i] = 1 + 2 * name.kind().place() + (begun ? 1 : 0);
                    begun = true;
                }
            }
        }
        return labels;
    }
}

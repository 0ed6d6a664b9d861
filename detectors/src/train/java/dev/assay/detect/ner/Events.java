package dev.assay.detect.ner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import opennlp.tools.ml.model.Event;

/** Turns labelled texts into the events OpenNLP trains on: one for each token the gate lets through. */
final class Events {
    private final Lexicon lexicon;
    private final NameFeatures features = new NameFeatures();
    private final Random random = new Random(7);
    final List<Event> all = new ArrayList<>();

    Events(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    static String outcome(int index) {
        return String.valueOf(index);
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
                        tokens.flags[i] &= ~(Lexicon.GIVEN | Lexicon.SURNAME | Lexicon.PLACE | Lexicon.COUNTRY);
                    }
                }
                tagger.mark(tokens);
                add(tokens, labels, tagger);
            }
        }
    }

    private void add(NameTokens tokens, int[] labels, NameTagger tagger) {
        features.begin(tokens);
        int last = 0;
        int before = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (last != 0 || tagger.isCandidate(i)) {
                features.fill(tokens, i, tokens.size(), last, before);
                String[] context = new String[NameFeatures.COUNT];
                for (int k = 0; k < context.length; k++) {
                    context[k] = Long.toString(features.of[k], 36);
                }
                all.add(new Event(outcome(labels[i]), context));
                before = last;
                last = labels[i];
            } else {
                before = last;
                last = 0;
            }
        }
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

package dev.assay.detect.ner;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decides with a model of a workspace's own, token by token from left to right, the best outcome that may follow. OpenNLP
 * itself weighs three ways at a time; the two differ seldom. Not thread-safe.
 */
final class OwnNameTagger {
    private final OwnNameModel model;
    private final OpenNlpFeatures features = new OpenNlpFeatures();
    private final String[] words = new String[NameTokens.MOST];
    private final int[] decided = new int[NameTokens.MOST];
    private final int[] sure = new int[NameTokens.MOST];
    private final long[] sums;

    OwnNameTagger(OwnNameModel model) {
        this.model = model;
        sums = new long[model.outcomeCount()];
    }

    OwnNameModel model() {
        return model;
    }

    /** Tags a segment: every token, without a gate, for the lexicon knows nothing of what such a model looks for. */
    void tag(NameTokens tokens, byte[] bytes, NameTagger.Names names) {
        int size = tokens.size();
        for (int i = 0; i < size; i++) {
            words[i] = new String(bytes, tokens.start[i], tokens.end[i] - tokens.start[i], StandardCharsets.UTF_8);
        }
        tag(words, size, names);
        Arrays.fill(words, 0, size, null);
    }

    /** Tags words. */
    void tag(String[] segment, int size, NameTagger.Names names) {
        features.begin(segment, size);
        int last = model.other();
        int before = last;
        for (int i = 0; i < size; i++) {
            int count = features.fill(i, model.outcome(last), model.outcome(before));
            Arrays.fill(sums, 0);
            for (int k = 0; k < count; k++) {
                model.add(features.of[k], sums);
            }
            int best = best(last);
            decided[i] = best;
            sure[i] = model.permille(sums, best);
            before = last;
            last = best;
        }
        int i = 0;
        while (i < size) {
            int first = i;
            int outcome = decided[i];
            int least = sure[i];
            i++;
            while (i < size && model.begin(decided[i]) == outcome) {
                least = Math.min(least, sure[i]);
                i++;
            }
            NameKind kind = model.kind(outcome);
            if (kind != null) {
                names.name(kind, first, i, least);
            }
        }
    }

    private int best(int last) {
        int best = model.other();
        for (int outcome = 0; outcome < sums.length; outcome++) {
            int begin = model.begin(outcome);
            boolean allowed = begin < 0 || last == begin || last == outcome;
            if (allowed && sums[outcome] > sums[best]) {
                best = outcome;
            }
        }
        return best;
    }
}

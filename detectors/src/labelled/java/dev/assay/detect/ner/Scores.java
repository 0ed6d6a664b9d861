package dev.assay.detect.ner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts how what a model finds agrees with what is labelled, for one kind of name. */
final class Scores {
    private static final int REMEMBERED = 1024;

    private int gold;
    private int found;
    private int exact;
    private int goldTouched;
    private int foundTouching;
    private int covered;
    private int gateLost;

    static Scores of(NameKind kind, Lexicon lexicon, NameModel model, List<Labelled> texts) {
        return of(kind, lexicon, model, texts, NameTagger.gated());
    }

    static Scores of(NameKind kind, Lexicon lexicon, NameModel model, List<Labelled> texts, Lean eagerness) {
        return of(kind, lexicon, model, texts, NameTagger.eager(eagerness));
    }

    static Scores of(NameKind kind, Lexicon lexicon, NameModel model, List<Labelled> texts, NameTagger tagger) {
        Scores scores = new Scores();
        NameTokens tokens = new NameTokens(lexicon);
        NameReader reader = new NameReader(new WordTable(lexicon, REMEMBERED), tagger);
        for (Labelled one : texts) {
            int[] offsets = one.byteOffsets();
            byte[] bytes = one.utf8();
            List<int[]> spans = new ArrayList<>();
            List<int[]> asked = new ArrayList<>();
            tokens.begin(bytes, 0, bytes.length);
            while (tokens.next()) {
                if (tagger.mark(tokens) != 0) {
                    for (int i = 0; i < tokens.size(); i++) {
                        if (tagger.isCandidate(i)) {
                            asked.add(new int[] {tokens.start[i], tokens.end[i]});
                        }
                    }
                }
            }
            reader.read(bytes, 0, bytes.length, model, (named, start, end, permille) -> {
                if (named == kind) {
                    spans.add(new int[] {start, end});
                }
            });
            List<int[]> labels = one.names().stream()
                    .filter(name -> name.kind() == kind)
                    .map(name -> new int[] {offsets[name.start()], offsets[name.end()]})
                    .toList();
            scores.count(labels, spans);
            scores.gateLost += (int) labels.stream()
                    .filter(label -> asked.stream().noneMatch(token -> touch(token, label)))
                    .count();
        }
        return scores;
    }

    private static boolean touch(int[] one, int[] other) {
        return one[0] < other[1] && other[0] < one[1];
    }

    /** Counts one text: stretches that are labelled as the kind, and stretches that were found. */
    void count(List<int[]> labels, List<int[]> spans) {
        gold += labels.size();
        found += spans.size();
        for (int[] label : labels) {
            boolean touched = false;
            boolean half = false;
            for (int[] span : spans) {
                boolean touches = touch(span, label);
                touched |= touches;
                half |= 2 * (Math.min(span[1], label[1]) - Math.max(span[0], label[0])) >= label[1] - label[0];
                // A full stop behind an abbreviation is nobody's error.
                if (touches && span[0] == label[0] && Math.abs(span[1] - label[1]) <= 1) {
                    exact++;
                }
            }
            goldTouched += touched ? 1 : 0;
            covered += half ? 1 : 0;
        }
        for (int[] span : spans) {
            foundTouching += labels.stream().anyMatch(label -> touch(span, label)) ? 1 : 0;
        }
    }

    /** How many names are labelled. */
    int labelled() {
        return gold;
    }

    /** How many of them something was found in. */
    int touched() {
        return goldTouched;
    }

    /** How many of them were found with the same begin and end. */
    int exact() {
        return exact;
    }

    /** How many labelled names a finding covers at least half of. */
    int covered() {
        return covered;
    }

    /** How many findings there are. */
    int found() {
        return found;
    }

    /** How many findings touch no labelled name. */
    int wrong() {
        return found - foundTouching;
    }

    double f1() {
        return 2.0 * exact / Math.max(1, gold + found);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "n=%d exact P %.3f R %.3f F1 %.3f | overlap P %.3f R %.3f F1 %.3f | gate loses %.2f %%",
                gold,
                ratio(exact, found),
                ratio(exact, gold),
                f1(),
                ratio(foundTouching, found),
                ratio(goldTouched, gold),
                2 * ratio(foundTouching, found)
                        * ratio(goldTouched, gold)
                        / Math.max(1e-9, ratio(foundTouching, found) + ratio(goldTouched, gold)),
                100 * ratio(gateLost, gold));
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}

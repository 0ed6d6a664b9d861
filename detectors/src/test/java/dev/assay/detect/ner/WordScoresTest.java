package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordScoresTest {
    private static final String[] WORDS = {
        "Anna",
        "berg",
        "the",
        "of",
        "Mr",
        "Baker",
        "OSLO",
        "J.",
        "in",
        "and",
        "x1",
        "--",
        "12",
        "McDonald",
        "wrote",
        "l'eau",
        "été"
    };

    /** More different words than are remembered, each met many times, so that places change hands. */
    @Test
    void whatIsRememberedChangesNoScore() {
        NameModel model = ShippedNames.model(Language.EN).orElseThrow();
        WordScores remembered = new WordScores(model);
        NameFeatures features = new NameFeatures();
        NameTokens tokens = new NameTokens(ShippedNames.lexicon());
        int[] scores = new int[NameModel.OUTCOMES];
        int[] plain = new int[NameModel.OUTCOMES];
        Random random = new Random(3);
        int judged = 0;
        for (int round = 0; round < 2000; round++) {
            byte[] text = text(random).getBytes(StandardCharsets.UTF_8);
            tokens.begin(text, 0, text.length);
            while (tokens.next()) {
                features.begin(tokens, tokens.first(), tokens.size());
                for (int i = tokens.first(); i < tokens.size(); i++) {
                    int last = random.nextInt(NameModel.OUTCOMES);
                    int before = random.nextInt(NameModel.OUTCOMES);
                    remembered.scoreByWords(features, tokens, i, scores);
                    remembered.scoreByAll(features, tokens, i, last, before, scores);

                    features.fill(tokens, i, last, before);
                    long[] sums = new long[NameModel.SUMS];
                    model.add(features.of, NameFeatures.COUNT, new long[NameFeatures.COUNT], sums, 0);
                    NameModel.split(sums, plain);
                    assertThat(scores).as("round %d, token %d", round, i).isEqualTo(plain);
                    judged++;
                }
            }
        }
        assertThat(judged).isGreaterThan(10_000);
    }

    /** Whoever makes two words of one hash changes no score by which of them comes first. */
    @Test
    void wordsOfOneHashAreNotScoredForEachOther() {
        NameModel model = ShippedNames.model(Language.EN).orElseThrow();
        int[] baker = scoresOfFirst(model, "Baker");
        int[] barge = scoresOfFirst(model, "Barge");
        assertThat(baker).isNotEqualTo(barge);
        for (String first : List.of("Baker", "Barge")) {
            WordScores remembered = new WordScores(model);
            for (String word : List.of(first, "Baker", "Barge", "Baker")) {
                assertThat(score(remembered, word))
                        .as("%s behind %s", word, first)
                        .isEqualTo(scoresOfFirst(model, word));
            }
        }
    }

    private static int[] scoresOfFirst(NameModel model, String word) {
        return score(new WordScores(model), word);
    }

    /** Scores a word whose hash and meaning are those of any other here; only its letters differ. */
    private static int[] score(WordScores remembered, String word) {
        byte[] text = word.getBytes(StandardCharsets.UTF_8);
        NameTokens tokens = new NameTokens(ShippedNames.lexicon());
        tokens.begin(text, 0, text.length);
        assertThat(tokens.next()).isTrue();
        tokens.disguise(0, 42, tokens.facts(0) & ~0xFFFF_FFFFL);
        NameFeatures features = new NameFeatures();
        features.begin(tokens, 0, 1);
        int[] scores = new int[NameModel.OUTCOMES];
        remembered.scoreByWords(features, tokens, 0, scores);
        remembered.scoreByAll(features, tokens, 0, 0, 0, scores);
        return scores;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            boolean rare = random.nextInt(3) == 0;
            text.append(rare ? rare(random) : WORDS[random.nextInt(WORDS.length)])
                    .append(' ');
        }
        return text.append('.').toString();
    }

    private static String rare(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.append("ski").toString();
    }
}

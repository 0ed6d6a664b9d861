package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
                    remembered.score(features, tokens, i, last, before, scores);

                    features.fill(tokens, i, last, before);
                    long[] sums = new long[NameModel.SUMS];
                    model.add(features.of, NameFeatures.COUNT, sums, 0);
                    NameModel.split(sums, plain);
                    assertThat(scores).as("round %d, token %d", round, i).isEqualTo(plain);
                    judged++;
                }
            }
        }
        assertThat(judged).isGreaterThan(10_000);
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

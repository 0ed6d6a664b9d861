package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameTokensTest {
    private static final Lexicon TITLES = Lexicon.of(Map.of(WordHash.of("dr"), Lexicon.TITLE));

    @Test
    void wordsKeepInnerHyphensAndApostrophes() {
        assertThat(tokens("Jean-Pierre met O'Brien.")).containsExactly("Jean-Pierre", "met", "O'Brien", ".");
    }

    @Test
    void genitiveAndElisionStandApart() {
        assertThat(tokens("Maria's car, l'auto d’Alice"))
                .containsExactly("Maria", "'s", "car", ",", "l'", "auto", "d’", "Alice");
    }

    @Test
    void initialsKeepTheirFullStopAndTitlesLoseIt() {
        assertThat(tokens("Dr. J. Smith left")).containsExactly("Dr", "J.", "Smith", "left");
    }

    @Test
    void identifiersPathsAndMixedNumbersAreOpaque() {
        NameTokens tokens =
                begun("user_name /usr/lib/x a1b2 mail@example.org Foo.bar nanoOfSecond SharedLocksManager", TITLES);
        assertThat(tokens.next()).isTrue();
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.shape(i)).as("token %d", i).isEqualTo(NameTokens.OPAQUE);
        }
        assertThat(tokens.size()).isEqualTo(7);
    }

    @Test
    void aCapitalInsideANameIsNoIdentifier() {
        NameTokens tokens = begun("McDonald LaToya Jean-Pierre O'Brien", TITLES);
        assertThat(tokens.next()).isTrue();
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.shape(i)).as("token %d", i).isEqualTo(NameTokens.MIXED);
        }
    }

    @Test
    void aLineOrASentenceEndsASegment() {
        NameTokens tokens = begun("One here. Two there\nThree", TITLES);
        List<Integer> sizes = new ArrayList<>();
        while (tokens.next()) {
            sizes.add(tokens.size());
        }
        assertThat(sizes).containsExactly(3, 2, 1);
    }

    @Test
    void capitalsDoNotChangeAWordsHash() {
        NameTokens tokens = begun("ÉMILE émile Łukasz łukasz", TITLES);
        assertThat(tokens.next()).isTrue();
        assertThat(tokens.word(0)).isEqualTo(tokens.word(1)).isEqualTo(WordHash.of("émile"));
        assertThat(tokens.word(2)).isEqualTo(tokens.word(3));
        assertThat(tokens.shape(0)).isEqualTo(NameTokens.CAPITALS);
        assertThat(tokens.shape(2)).isEqualTo(NameTokens.CAPITALISED);
    }

    @Test
    void anyBytesAreCutInOrderAndWithinTheStretch() {
        Random random = new Random(5);
        NameTokens tokens = new NameTokens(TITLES);
        byte[] alphabet = "aB .'-/_9\n@*`,\u2019é\u00ab".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] =
                        random.nextInt(8) == 0 ? (byte) random.nextInt(256) : alphabet[random.nextInt(alphabet.length)];
            }
            tokens.begin(bytes, 0, bytes.length);
            int last = 0;
            while (tokens.next()) {
                for (int i = 0; i < tokens.size(); i++) {
                    assertThat(tokens.start[i]).as("round %d", round).isGreaterThanOrEqualTo(last);
                    assertThat(tokens.end[i]).as("round %d", round).isGreaterThan(tokens.start[i]);
                    assertThat(tokens.end[i]).as("round %d", round).isLessThanOrEqualTo(bytes.length);
                    last = tokens.end[i];
                }
            }
        }
    }

    @Test
    void aLongRunWithoutSentencesIsCutIntoBoundedSegments() {
        NameTokens tokens = begun("l'x/d'y's ".repeat(2000), TITLES);
        int all = 0;
        while (tokens.next()) {
            assertThat(tokens.size()).isLessThanOrEqualTo(NameTokens.MOST);
            all += tokens.size();
        }
        assertThat(all).isGreaterThan(2000);
    }

    private static NameTokens begun(String text, Lexicon lexicon) {
        NameTokens tokens = new NameTokens(lexicon);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tokens.begin(bytes, 0, bytes.length);
        return tokens;
    }

    private static List<String> tokens(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        NameTokens tokens = begun(text, TITLES);
        List<String> all = new ArrayList<>();
        while (tokens.next()) {
            for (int i = 0; i < tokens.size(); i++) {
                all.add(new String(bytes, tokens.start[i], tokens.end[i] - tokens.start[i], StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}

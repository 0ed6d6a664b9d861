package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameReaderTest {
    private static final List<String> PIECES =
            List.of("Anna", "hope", "Mr.", "a", " ", " ", ".", ". ", "! ", "\n", "x=", "(", ";", "J.", ",", "17", "é");

    @Test
    void keepsOfShortTextsWhatCuttingThemGives() {
        WordTable words = new WordTable(ShippedNames.lexicon(), 512);
        NameReader reader = new NameReader(words, NameTagger.gated());
        NameTokens cut = new NameTokens(words);
        Random random = new Random(11);
        int kept = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder drawn = new StringBuilder();
            int pieces = 1 + random.nextInt(8);
            for (int i = 0; i < pieces; i++) {
                drawn.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            byte[] bytes = drawn.toString().getBytes(StandardCharsets.UTF_8);
            reader.read(bytes, 0, bytes.length, null, (kind, start, end, permille) -> {});
            if (reader.keepsOneSegment()) {
                kept++;
                NameTokens tokens = reader.kept();
                cut.begin(bytes, 0, bytes.length);
                assertThat(cut.next()).as("`%s`", drawn).isTrue();
                assertThat(cut.position()).as("`%s`", drawn).isEqualTo(bytes.length);
                assertThat(cut.size()).as("`%s`", drawn).isEqualTo(tokens.size());
                for (int i = 0; i < cut.size(); i++) {
                    assertThat(tokens.start[i]).isEqualTo(cut.start[i]);
                    assertThat(tokens.end[i]).isEqualTo(cut.end[i]);
                    assertThat(tokens.word(i)).isEqualTo(cut.word(i));
                    assertThat(tokens.facts(i)).isEqualTo(cut.facts(i));
                }
            }
        }
        assertThat(kept).isBetween(1_000, 19_000);
    }
}

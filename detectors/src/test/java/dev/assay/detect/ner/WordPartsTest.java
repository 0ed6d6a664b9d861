package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of words that no list holds as a whole. */
class WordPartsTest {
    private static final Lexicon LEXICON = Lexicon.of(Map.of(
            WordHash.of("spende"), Lexicon.COMMON,
            WordHash.of("konto"), Lexicon.COMMON,
            WordHash.of("berg"), Lexicon.COMMON | Lexicon.SURNAME,
            WordHash.of("schröder"), Lexicon.SURNAME,
            WordHash.of("koch"), Lexicon.SURNAME | Lexicon.COMMON));

    private final WordParts parts = new WordParts(LEXICON);

    @ParameterizedTest
    @CsvSource({"Schröders, 2", "Schröder, 0", "Kochs, 0", "Trenchards, 0"})
    void aListedNameInTheGenitive(String word, int flags) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        assertThat(parts.namesInGenitive(bytes, 0, bytes.length)).isEqualTo(flags);
    }

    @ParameterizedTest
    @CsvSource({"Spendenkonto, 3", "Girokonto, 1", "Äxkonto, 1", "Ökonto, 0", "Konto, 0", "Spendenberg, 0", "Spenden, 0"
    })
    void aWordMadeOfCommonOnes(String word, int made) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        assertThat(parts.compound(bytes, 0, bytes.length)).isEqualTo(made);
    }
}

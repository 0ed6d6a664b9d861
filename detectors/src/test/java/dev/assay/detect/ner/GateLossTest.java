package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.detect.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many names are missed because the gate asks the shipped models only of some tokens: the same models over every development
 * portion of a language, with the gate and without it.
 */
@Tag("shared")
class GateLossTest {
    /** How a text is written. */
    enum Writing {
        AS_IT_IS,
        SMALL,
        CAPITALS;

        Labelled of(Labelled text) {
            return switch (this) {
                case AS_IT_IS -> text;
                case SMALL -> text.lower();
                case CAPITALS -> text.upper();
            };
        }
    }

    /** Names lost, in 1/10,000 of those labelled, at most. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            en, PERSON  , AS_IT_IS,   0
            en, PERSON  , CAPITALS,   0
            en, PERSON  , SMALL   ,  20
            en, LOCATION, AS_IT_IS,   0
            en, LOCATION, CAPITALS,   0
            en, LOCATION, SMALL   ,  50
            de, PERSON  , AS_IT_IS,   0
            de, PERSON  , CAPITALS,   0
            de, PERSON  , SMALL   ,   0
            fr, PERSON  , AS_IT_IS,   0
            fr, PERSON  , CAPITALS,   0
            fr, PERSON  , SMALL   ,  40
            fr, LOCATION, AS_IT_IS,   0
            fr, LOCATION, SMALL   ,  40
            es, PERSON  , AS_IT_IS,   0
            es, PERSON  , CAPITALS,   0
            es, PERSON  , SMALL   ,   0
            pt, PERSON  , AS_IT_IS,   0
            pt, PERSON  , CAPITALS,   0
            pt, PERSON  , SMALL   ,   0
            """)
    void theGateLosesFewNames(String language, NameKind kind, Writing writing, int most) throws IOException {
        Path data = SharedData.path("data");
        assumeTrue(
                Files.isDirectory(data.resolve("ner")),
                () -> "Skipped: there is no " + data + " beside this repository.");
        NameModel model = ShippedNames.model(Language.valueOf(language.toUpperCase(Locale.ROOT)))
                .orElseThrow();
        int labelled = 0;
        int gated = 0;
        int ungated = 0;
        for (List<Labelled> corpus : new Portions(data).development(language).values()) {
            List<Labelled> texts = corpus.stream().map(writing::of).toList();
            Scores with = Scores.of(kind, ShippedNames.lexicon(), model, texts, NameTagger.gated());
            Scores without = Scores.of(kind, ShippedNames.lexicon(), model, texts, NameTagger.ungated());
            labelled += with.labelled();
            gated += with.touched();
            ungated += without.touched();
        }
        assertThat(labelled).isGreaterThan(100);
        assertThat(10_000L * (ungated - gated) / labelled)
                .describedAs("%d labelled, %d found with the gate, %d without", labelled, gated, ungated)
                .isLessThanOrEqualTo(most);
    }
}

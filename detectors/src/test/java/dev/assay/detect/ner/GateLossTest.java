package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.detect.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many names are missed because the gate passes by lines and asks the shipped models only of some tokens: the same models over
 * every development portion of a language, with the gate and without it.
 */
@Tag("shared")
class GateLossTest {
    private static final List<String> LINES = List.of(
            "2026-01-02T10:11:12Z INFO [main] login user=\"%s\" from=10.0.0.1",
            "{\"id\": 17, \"name\": \"%s\", \"role\": \"reader\"}",
            "    private static final String OWNER = \"%s\"; // checked",
            "<author><name>%s</name></author>",
            "[2026/01/02 10:11:12] auth[1234]: session opened for user %s (uid=0)",
            "INSERT INTO people (id, name) VALUES (17, '%s');",
            "| 17 | %s | [x](/a/b) |");

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

    @ParameterizedTest
    @CsvSource(textBlock = """
            en, PERSON
            en, LOCATION
            en, ORGANIZATION
            de, PERSON
            de, LOCATION
            de, ORGANIZATION
            fr, PERSON
            fr, LOCATION
            fr, ORGANIZATION
            es, PERSON
            es, LOCATION
            es, ORGANIZATION
            pt, PERSON
            pt, LOCATION
            pt, ORGANIZATION
            """)
    void theGateLosesNoMoreThanOneNameInTwoHundred(String language, NameKind kind) throws IOException {
        for (Writing writing : Writing.values()) {
            List<Labelled> texts = texts(language).stream().map(writing::of).toList();
            assertThat(lost(language, kind, texts, 40))
                    .describedAs("names lost in 10,000, %s", writing)
                    .isLessThanOrEqualTo(50);
        }
    }

    /** Labelled text of programs is not at hand, so labelled names are put into lines as programs write them. */
    @ParameterizedTest
    @CsvSource({"en, 120", "de, 50", "fr, 120", "es, 50", "pt, 50"})
    void inLinesOfProgramsItLosesFewPersons(String language, int most) throws IOException {
        List<Labelled> lines = new ArrayList<>();
        for (Labelled text : texts(language)) {
            for (Labelled.Name name : text.names()) {
                if (name.kind() == NameKind.PERSON) {
                    String written = text.text().substring(name.start(), name.end());
                    LINES.forEach(line -> lines.add(lineOf(line, written)));
                }
            }
        }
        assertThat(lost(language, NameKind.PERSON, lines, 900)).isLessThanOrEqualTo(most);
    }

    private static Labelled lineOf(String line, String name) {
        int at = line.indexOf("%s");
        return new Labelled(
                line.replace("%s", name), List.of(new Labelled.Name(NameKind.PERSON, at, at + name.length())));
    }

    /** All development texts of a language. */
    private static List<Labelled> texts(String language) throws IOException {
        Path data = SharedData.path("data");
        assumeTrue(
                Files.isDirectory(data.resolve("ner")),
                () -> "Skipped: there is no " + data + " beside this repository.");
        return new Portions(data)
                .development(language).values().stream().flatMap(List::stream).toList();
    }

    /** How many names of 10,000 are found by the model without the gate and not with it. */
    private static long lost(String language, NameKind kind, List<Labelled> texts, int fewestLabelled) {
        NameModel model = ShippedNames.model(Language.valueOf(language.toUpperCase(Locale.ROOT)))
                .orElseThrow();
        Scores with = Scores.of(kind, ShippedNames.lexicon(), model, texts, NameTagger.gated());
        Scores without = Scores.of(kind, ShippedNames.lexicon(), model, texts, NameTagger.ungated());
        assertThat(with.labelled()).isGreaterThan(fewestLabelled);
        return 10_000L * (without.touched() - with.touched()) / with.labelled();
    }
}

package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.detect.RuleSet;
import dev.assay.detect.SharedData;
import dev.assay.efficacy.Evaluation;
import dev.assay.efficacy.Figure;
import dev.assay.efficacy.LabelledText;
import dev.assay.efficacy.NameFigure;
import dev.assay.efficacy.NameFigures;
import dev.assay.efficacy.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is said of the models, in every manifest and in {@code docs/names.md}, is what is measured. Measuring needs the data beside
 * the repository; {@code -Dgolden.update} writes down what comes out.
 */
class NameScoresTest {
    private static final Path RESOURCE = Path.of("src/main/resources/META-INF/efficacy/names.tsv");
    private static final Path DOCUMENT = Path.of("docs/names.md");

    @Test
    @Tag("shared")
    void theFiguresAreWhatIsMeasured() throws IOException {
        List<NameFigure> measured = ShippedScores.measured(data());
        if (System.getProperty("golden.update") != null) {
            Files.writeString(RESOURCE, NameFigures.toText(measured));
            Files.writeString(DOCUMENT, ModelCards.in(Files.readString(DOCUMENT), measured));
        }
        assertThat(Files.readString(RESOURCE)).isEqualTo(NameFigures.toText(measured));
    }

    @Test
    void theFiguresAreOfTheModelsThatAreShipped() throws IOException {
        for (NameFigure figure : NameFigures.shipped()) {
            assertThat(figure.modelSha256())
                    .describedAs("measure anew with -Dgolden.update -Dshared")
                    .isEqualTo(ShippedScores.sha256(figure.language()));
        }
    }

    @Test
    void theDocumentSaysTheSame() throws IOException {
        String document = Files.readString(DOCUMENT);
        assertThat(document).isEqualTo(ModelCards.in(document, NameFigures.shipped()));
    }

    @Test
    @Tag("shared")
    void namesAreCountedAsOtherTypesAre() throws IOException {
        Portions portions = new Portions(data());
        Evaluation evaluation = new Evaluation(RuleSet.shippedWithNames());
        for (Map.Entry<String, List<Labelled>> corpus :
                portions.development("de").entrySet()) {
            for (LabelledText item : ShippedScores.items(corpus.getValue(), "de")) {
                evaluation.add(item);
            }
        }
        List<Figure> figures = evaluation.finish("de").figures();
        assertThat(ShippedScores.measured("de", data()).stream()
                        .filter(one -> one.minConfidence() == Evaluation.MIN_CONFIDENCE)
                        .filter(one -> one.writing() == Writing.AS_WRITTEN)
                        .map(NameFigure::figure))
                .isNotEmpty()
                .isSubsetOf(figures);
    }

    private static Path data() {
        Path data = SharedData.path("data");
        assumeTrue(
                Files.isDirectory(data.resolve("ner")),
                () -> "Skipped: there is no " + data + " beside this repository.");
        return data;
    }
}

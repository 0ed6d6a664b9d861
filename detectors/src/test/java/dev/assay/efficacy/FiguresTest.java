package dev.assay.efficacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detect.RuleSet;
import dev.assay.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How good the detectors are must not get worse unseen. {@code -Dgolden.update} raises the floors, never lowers them. */
@Tag("slow")
class FiguresTest {
    private static final Path FLOORS = Path.of("docs/floors.tsv");

    @Test
    void noTypeFallsBelowItsFloor() throws IOException {
        Figures figures = Figures.shipped(RuleSet.shipped());
        Floors floors = Floors.parse(Files.readString(FLOORS));
        if (System.getProperty("golden.update") != null) {
            Files.writeString(FLOORS, floors.raisedTo(figures));
        }
        assertThat(floors.brokenBy(figures)).isEmpty();
    }

    @Test
    void aFloorThatIsNotReachedIsNamed() {
        Figures figures = new Figures(
                new Corpus("c", "0".repeat(64), 3), "0".repeat(64), List.of(new Figure("AGE", "en", 1, 1, 3)));

        assertThat(Floors.parse("entity\trecall-ppm\tprecision-ppm\nAGE\t250000\t500001\nVIN_NUMBER\t1\t0\n")
                        .brokenBy(figures))
                .containsExactly(
                        "AGE: precision is 500000 ppm, the floor is 500001 ppm",
                        "VIN_NUMBER: recall is not measured, the floor is 1 ppm");
        assertThatThrownBy(() -> Floors.parse("AGE\thigh\t1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void theBuildMeasuredWhatWouldBeMeasuredNow() {
        Figures now = Figures.measured(RuleSet.shipped());

        assertThat(Figures.shipped(RuleSet.shipped())).isEqualTo(now);
        assertThat(Figures.fromJson(Json.parse(now.toJson().canonical()).asObject()))
                .isEqualTo(now);
        assertThat(now.corpus().items()).isGreaterThan(3_000);
    }

    @Test
    void anItemSurvivesItsJson() {
        for (LabelledText item : Figures.shippedItems().subList(0, 200)) {
            assertThat(LabelledText.fromJson(item.toJson())).isEqualTo(item);
        }
        assertThat(new LabelledText("a", "secret", "", "", List.of())).hasToString("LabelledText[a, 0 spans]");
    }

    /** Against the closed form, worked out with a calculator of 50 digits. */
    @Test
    void theLowerEndIsWilsons() {
        assertThat(Figure.lowPpm(0, 0)).isEqualTo(-1);
        assertThat(Figure.lowPpm(0, 10)).isZero();
        assertThat(Figure.lowPpm(10, 10)).isEqualTo(722_467);
        assertThat(Figure.lowPpm(81, 263)).isEqualTo(255_288);
    }

    @Test
    void aHalfCoveredValueIsFoundAndAStrangerIsWrong() {
        Evaluation evaluation = new Evaluation(RuleSet.shipped());
        evaluation.add(new LabelledText(
                "1", "mail ada.wren@finchpost.net", "", "en", List.of(new LabelledSpan(5, 27, "EMAIL_ADDRESS"))));
        evaluation.add(new LabelledText("2", "mail bea.wren@finchpost.net", "", "en", List.of()));
        evaluation.add(
                new LabelledText("3", "nothing here", "", "en", List.of(new LabelledSpan(0, 7, "EMAIL_ADDRESS"))));

        Figure email = evaluation.finish("three").figures().get(0);
        assertThat(email).isEqualTo(new Figure("EMAIL_ADDRESS", "en", 1, 1, 1));
        assertThat(email.f2Ppm()).isEqualTo(500_000);
    }
}

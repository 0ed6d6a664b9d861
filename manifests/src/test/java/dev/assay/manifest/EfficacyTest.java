package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EfficacyTest {
    private static final String SHA_256 = "ab".repeat(32);

    @Test
    void figuresOfNamesAreWrittenInOrderAndReadAgain() {
        Efficacy efficacy = new Efficacy(
                new Canaries(2, 2, List.of()),
                null,
                List.of(
                        model(
                                "en",
                                figure("en", "small", 60),
                                figure("en", "as-written", 60),
                                figure("en", "as-written", 30)),
                        model("de", figure("de", "as-written", 30))));

        assertThat(efficacy.names()).extracting(MeasuredNames::language).containsExactly("de", "en");
        assertThat(efficacy.toJson().canonical())
                .contains("\"entity\":\"PERSON\",\"fn\":1,\"fp\":2,\"minConfidence\":30")
                .doesNotContain("locale");
        assertThat(Efficacy.fromJson(efficacy.toJson())).isEqualTo(efficacy);
    }

    @Test
    void oneFigureForTheSameThing() {
        assertThatThrownBy(() -> model("en", figure("en", "small", 60), figure("en", "small", 60)))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("efficacy.names.types");
    }

    @Test
    void withoutNamesNothingIsSaidOfThem() {
        assertThat(new Efficacy(new Canaries(2, 2, List.of())).toJson().find("names"))
                .isEmpty();
    }

    private static MeasuredNames model(String language, MeasuredWriting... types) {
        return new MeasuredNames(language, SHA_256, "letters", SHA_256, 10, List.of(types));
    }

    private static MeasuredWriting figure(String language, String writing, long minConfidence) {
        MeasuredType figure = new MeasuredType("PERSON", language, 9, 2, 1, 800_000, 700_000, 600_000, 500_000);
        return new MeasuredWriting(writing, minConfidence, figure);
    }
}

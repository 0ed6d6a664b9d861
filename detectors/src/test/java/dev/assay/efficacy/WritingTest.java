package dev.assay.efficacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detect.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingTest {
    private static final LabelledText ITEM =
            new LabelledText("1", "İlk 😀 Straße: Ada", "", "", List.of(new LabelledSpan(14, 17, "PERSON")));

    @Test
    void spansStayWhereTheyAre() {
        assertThat(Writing.AS_WRITTEN.of(ITEM)).isSameAs(ITEM);
        assertThat(Writing.SMALL.of(ITEM).text()).isEqualTo("ilk 😀 straße: ada");
        assertThat(Writing.CAPITALS.of(ITEM).text()).isEqualTo("İLK 😀 STRAßE: ADA");
        assertThat(Writing.CAPITALS.of(ITEM).spans()).isEqualTo(ITEM.spans());
    }

    @Test
    void aWayIsKnownByItsLabel() {
        assertThat(Writing.of("capitals")).isEqualTo(Writing.CAPITALS);
        assertThatThrownBy(() -> Writing.of("upper")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void figuresOfNamesAreThereWhereNamesAreSought() {
        assertThat(NameFigures.of(RuleSet.shipped())).isEmpty();
        assertThat(NameFigures.of(RuleSet.shippedWithNames()))
                .isEqualTo(NameFigures.shipped())
                .extracting(NameFigure::language)
                .contains("en", "de", "fr", "es", "pt");
    }
}

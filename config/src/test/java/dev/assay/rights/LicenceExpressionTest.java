package dev.assay.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mit | attribution
            CC0-1.0 | ''
            CC-BY-4.0 | attribution
            CC-BY-NC-SA-4.0 | attribution,share-alike,non-commercial
            CC-BY-ND-3.0-DE | attribution,no-derivatives
            GPL-2.0-or-later WITH Classpath-exception-2.0 | attribution,share-alike
            GPL-2.0+ | attribution,share-alike
            MIT AND CC-BY-NC-4.0 | attribution,non-commercial
            CC-BY-NC-4.0 OR MIT | attribution
            CC-BY-SA-4.0 OR CC-BY-NC-4.0 AND MIT | attribution,share-alike
            (CC-BY-NC-4.0 OR CC0-1.0) AND ODbL-1.0 | attribution,share-alike
            LicenseRef-ours | unknown
            LicenseRef-ours OR CC-BY-4.0 | attribution
            DocumentRef-a:LicenseRef-b | unknown
            """)
    void readsWhatALicenceAsks(String text, String conditions) {
        assertThat(LicenceExpression.parse(text).conditions().stream()
                        .map(LicenceCondition::label)
                        .collect(Collectors.joining(",")))
                .isEqualTo(conditions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "other",
                "apache",
                "MIT AND",
                "AND MIT",
                "MIT MIT",
                "(MIT",
                "MIT)",
                "MIT OR OR MIT",
                "WITH MIT",
                "MIT WITH",
                "MIT WITH MIT",
                "cc-by",
                "LicenseRef-",
                "MIT, Apache-2.0"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> LicenceExpression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no SPDX licence expression");
    }

    @Test
    void doesNotNestForEver() {
        assertThatThrownBy(() -> LicenceExpression.parse("(".repeat(900) + "MIT" + ")".repeat(900)))
                .hasMessageContaining("nests more than 20");
    }

    @Test
    void isWithinAListIfAllPartsOrOneChoiceAre() {
        Set<String> allowed = Set.of("MIT", "cc-by-4.0");

        assertThat(LicenceExpression.parse("MIT AND CC-BY-4.0").isWithin(allowed))
                .isTrue();
        assertThat(LicenceExpression.parse("MIT AND GPL-3.0-only").isWithin(allowed))
                .isFalse();
        assertThat(LicenceExpression.parse("MIT OR GPL-3.0-only").isWithin(allowed))
                .isTrue();
        assertThat(LicenceExpression.parse("MIT OR (GPL-3.0-only AND Zlib)").identifiers())
                .containsExactly("GPL-3.0-only", "MIT", "Zlib");
    }
}

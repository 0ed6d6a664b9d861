package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DataClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names inside a cell count like the words of a column's path, and only in JSON and queries. */
class CellKeysTest {
    private static final RuleSet RULES = RuleSet.of(List.of(detector()));
    private static final int SHAPE = 10;
    private static final int COLUMN = 90;
    private static final int COUNTER = 3;

    private static Detector detector() {
        return new Detector(
                "member-number",
                "MEMBER_NUMBER",
                DataClass.GOVERNMENT_ID,
                1,
                null,
                "invented",
                List.of("[0-9]{7}"),
                null,
                null,
                Boundary.WORD,
                Boundary.WORD,
                null,
                Map.of(),
                Map.of(),
                List.of("member", "mitglied nr"),
                List.of("order id"),
                new Confidence(SHAPE, SHAPE, SHAPE, COLUMN, COUNTER),
                50,
                1,
                List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"member\": \"4711001\", \"x\": 1} | 90",
                "{\"member\":4711001} | 90",
                "{\"x\": 1, \"mitgliedNr2\" : \"4711001\"} | 90",
                "{\"mitglied_nr\": \"4711001\"} | 90",
                "https://tessel.io/a?member=4711001 | 90",
                "https://tessel.io/a?x=1&mitglied-nr=4711001 | 90",
                "a=1;member=4711001 | 90",
                "{\"order_id\": \"4711001\"} | 3",
                "?orderId=4711001 | 3",
                "{\"remember\": \"4711001\"} | 10",
                "{\"member\": \"x\", \"y\": \"4711001\"} | 10",
                "the member: 4711001 | 10",
                "member=4711001 | 10",
                "\"4711001\" | 10",
                "4711001 | 10"
            })
    void namesInsideTheCellCountLikeItsColumn(String text, int confidence) {
        assertThat(Hit.inThoroughly(RULES, text)).extracting(Hit::confidence).containsExactly(confidence);
    }

    @Test
    void theColumnItselfIsHeardFirst() {
        assertThat(Hit.in(RULES, "{\"order_id\": \"4711001\"}", "member"))
                .extracting(Hit::confidence)
                .containsExactly(COLUMN);
    }

    @Test
    void escapedJsonHasNamesToo() {
        assertThat(Hit.inThoroughly(RULES, "{\\\"member\\\": \\\"4711001\\\", \\u0022x\\u0022: 1}"))
                .extracting(Hit::confidence)
                .containsExactly(COLUMN);
    }
}

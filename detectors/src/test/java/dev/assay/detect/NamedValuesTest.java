package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that have a name inside their cell are found wherever {@link CellKeys} would know their name. */
class NamedValuesTest {
    private static final RuleSet RULES = RuleSet.of(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '│',
            quoteCharacter = '`',
            value = {
                "{\"ssn\":\"078-05-1120\"}│078",
                "{\"ssn\": 78051120}│780",
                "{\"ssn\"  :  \"078\"}│078",
                "/find?phone=1&ssn=078│078",
                "/find?phone=123│123",
            })
    void aNamedValueIsFound(String cell, String value) {
        CellBatch batch = CellBatch.of(List.of("", cell, "x"));
        NamedValues named = find(batch);

        int place = batch.start(1) + cell.indexOf(value);
        assertThat(named.holds(place)).isTrue();
    }

    @Test
    void itFindsWhatCellKeysKnowsAndNothingElse() {
        Random random = new Random(11);
        String pieces = "\"\": =?&;ab_ {}";
        CellKeys keys = new CellKeys(RULES);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 60) {
                text.append(random.nextInt(3) == 0 ? "\"ab\": \"" : pieces.charAt(random.nextInt(pieces.length())));
            }
            CellBatch batch = CellBatch.of(List.of(text.substring(0, 30), text.substring(30)));
            NamedValues named = find(batch);
            keys.clear();
            for (int at = CellBatch.PADDING + 1; at < batch.limit(); at++) {
                int cell = batch.cellAt(at);
                // Blanks before a value begin nothing.
                boolean value = batch.bytes()[at] != CellBatch.SEPARATOR && batch.bytes()[at] != ' ';
                boolean known = value && at > batch.start(cell) && keys.isNamed(batch.bytes(), batch.start(cell), at);
                assertThat(!value || named.holds(at) == known)
                        .as(text + " at " + (at - CellBatch.PADDING))
                        .isTrue();
            }
        }
    }

    private static NamedValues find(CellBatch batch) {
        NamedValues named = new NamedValues(RULES);
        named.begin(batch);
        named.find(batch.bytes(), CellBatch.PADDING, batch.limit());
        return named;
    }
}

package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.shape.ByteSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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

        assertThat(find(batch)).contains(batch.start(1) + cell.indexOf(value));
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
            List<Integer> named = find(batch);
            assertThat(named).isSorted().doesNotHaveDuplicates();
            keys.clear();
            for (int at = CellBatch.PADDING + 1; at < batch.limit(); at++) {
                int cell = batch.cellAt(at);
                // Blanks before a value begin nothing.
                boolean value = batch.bytes()[at] != CellBatch.SEPARATOR && batch.bytes()[at] != ' ';
                boolean known = value && at > batch.start(cell) && keys.isNamed(batch.bytes(), batch.start(cell), at);
                assertThat(!value || named.contains(at) == known)
                        .as(text + " at " + (at - CellBatch.PADDING))
                        .isTrue();
            }
        }
    }

    private static List<Integer> find(CellBatch batch) {
        NamedValues named = new NamedValues(RULES);
        named.begin(batch);
        ByteMarks marks = new ByteMarks();
        new Places(ByteSet.NONE, ByteSet.NONE).mark(batch.bytes(), CellBatch.PADDING, batch.limit(), marks);
        named.find(batch.bytes(), marks, CellBatch.PADDING, batch.limit());
        return IntStream.range(0, named.size()).map(named::place).boxed().toList();
    }
}

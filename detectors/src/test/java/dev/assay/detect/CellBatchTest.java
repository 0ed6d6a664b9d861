package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellBatchTest {
    private static final String DELIVERED =
            "old@quaymail.org told the old pin 4111 1111 1111 1111, see old%40quaymail.org";
    private static final List<String> CELLS =
            List.of("ada@finchpost.net", "", "from 93.184.77.21 by bo%40quaymail.org");

    private final CellScanner scanner = RuleSet.shipped().scanner();
    private final ColumnContext column = RuleSet.shipped().column("text");

    /** As a page does that is delivered in pieces: the array still holds what came before. */
    @ParameterizedTest
    @ValueSource(ints = {64, 65, 127, 128, 191, 9_000})
    void whatStandsBeforeTheFirstCellIsNotOfTheBatch(int first) {
        assertThat(findings(taken(first)))
                .isEqualTo(findings(CellBatch.of(CELLS)))
                .hasSize(3);
    }

    @Test
    void countsItsBytesOnly() {
        assertThat(taken(1 << 20)).hasToString("CellBatch[3 cells, 58 bytes]");
    }

    private static CellBatch taken(int first) {
        byte[] array = new byte[first + 1024];
        byte[] delivered = DELIVERED.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < first; at++) {
            array[at] = delivered[at % delivered.length];
        }
        Arrays.fill(array, first - CellBatch.PADDING, array.length, CellBatch.SEPARATOR);
        int[] starts = new int[CELLS.size()];
        int[] ends = new int[CELLS.size()];
        int at = first;
        for (int cell = 0; cell < starts.length; cell++) {
            byte[] text = CELLS.get(cell).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, 0, array, at, text.length);
            starts[cell] = at;
            ends[cell] = at + text.length;
            at = ends[cell] + 1;
        }
        CellBatch batch = new CellBatch(0);
        batch.wrap(array, starts, ends, starts.length);
        return batch;
    }

    private List<String> findings(CellBatch batch) {
        Findings findings = new Findings();
        scanner.scan(batch, column, findings);
        return IntStream.range(0, findings.size())
                .mapToObj(i -> findings.cell(i) + " " + findings.start(i) + "-" + findings.end(i) + " "
                        + findings.detector(i) + " " + findings.confidence(i))
                .toList();
    }
}

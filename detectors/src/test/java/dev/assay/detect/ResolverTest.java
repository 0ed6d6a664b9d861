package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.FindingClass;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private final CellBatch batch = CellBatch.of(List.of("0123456789", "", "0123456789"));
    private final Candidates candidates = new Candidates();
    private final Findings findings = new Findings();

    @Test
    void higherConfidenceWins() {
        add(0, 0, 4, 0, 50);
        add(0, 2, 6, 1, 60);
        resolve(50, 50);
        assertThat(winners()).containsExactly(1, 1);
    }

    @Test
    void specificityThenLengthThenOrderDecideEqualConfidence() {
        add(0, 0, 9, 0, 50);
        add(0, 1, 3, 1, 50);
        resolve(50, 51);
        assertThat(winners()).containsExactly(1, 1);
        candidates.clear();
        findings.clear();
        add(0, 0, 4, 1, 50);
        add(0, 3, 9, 0, 50);
        resolve(50, 50);
        assertThat(winners()).containsExactly(1, 1);
        candidates.clear();
        findings.clear();
        add(0, 0, 4, 1, 50);
        add(0, 0, 4, 0, 50);
        resolve(50, 50);
        assertThat(winners()).containsExactly(0, 0);
        assertThat(findings.detector(0)).isZero();
    }

    @Test
    void whoOverlapsOnlyALoserWins() {
        add(0, 0, 4, 0, 90);
        add(0, 3, 7, 0, 50);
        add(0, 6, 9, 0, 40);
        resolve(50);
        assertThat(winners()).containsExactly(0, 0, 2);
    }

    @Test
    void aLoserIsTheAlternativeOfTheBestItOverlaps() {
        add(0, 0, 9, 0, 50);
        add(0, 0, 3, 1, 60);
        add(0, 5, 8, 1, 70);
        resolve(50, 50);
        assertThat(winners()).containsExactly(2, 1, 2);
    }

    @Test
    void neighboursAndOtherCellsDoNotOverlap() {
        add(2, 0, 5, 0, 40);
        add(0, 5, 10, 0, 50);
        add(0, 0, 5, 0, 60);
        resolve(50);
        assertThat(winners()).containsExactly(0, 1, 2);
        assertThat(findings.cell(2)).isEqualTo(2);
        assertThat(findings.start(2)).isZero();
    }

    private void add(int cell, int start, int end, int detector, int confidence) {
        int base = batch.start(cell);
        candidates.add(base + start, base + end, detector, confidence, FindingClass.REAL);
    }

    private void resolve(int... specificities) {
        new Resolver(specificities).resolve(candidates, batch, findings);
    }

    private List<Integer> winners() {
        return IntStream.range(0, findings.size()).mapToObj(findings::winner).toList();
    }
}

package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.config.FindingClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private static final long SEED = 4_711L;
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

    /** The law word by word, in quadratic time: the best of all wins, whoever overlaps it loses to it, and so on with the rest. */
    @Test
    void agreesWithTheLawReadWordByWord() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            candidates.clear();
            findings.clear();
            int size = 1 + random.nextInt(12);
            Set<List<Integer>> taken = new HashSet<>();
            for (int i = 0; i < size; i++) {
                int start = random.nextInt(9);
                int end = start + 1 + random.nextInt(10 - start);
                int detector = random.nextInt(4);
                if (taken.add(List.of(start, end, detector))) {
                    add(0, start, end, detector, 40 + random.nextInt(3));
                }
            }
            int[] specificities = {50, 50, 60, 40};
            resolve(specificities);
            assertThat(winners()).as("seed %d, round %d", SEED, round).isEqualTo(byTheLaw(specificities));
        }
    }

    private List<Integer> byTheLaw(int[] specificities) {
        Comparator<Integer> rank = Comparator.<Integer>comparingInt(i -> -findings.confidence(i))
                .thenComparingInt(i -> -specificities[findings.detector(i)])
                .thenComparingInt(i -> findings.start(i) - findings.end(i))
                .thenComparingInt(findings::detector)
                .thenComparingInt(findings::start);
        List<Integer> ranked =
                IntStream.range(0, findings.size()).boxed().sorted(rank).toList();
        Integer[] lostTo = new Integer[findings.size()];
        List<Integer> won = new ArrayList<>();
        for (int one : ranked) {
            lostTo[one] = won.stream()
                    .filter(other ->
                            findings.start(one) < findings.end(other) && findings.start(other) < findings.end(one))
                    .findFirst()
                    .orElse(one);
            if (lostTo[one].equals(one)) {
                won.add(one);
            }
        }
        return List.of(lostTo);
    }

    @Test
    void aHundredThousandInOneChainTakeNoSquareOfSteps() {
        int size = 100_000;
        CellBatch cell = CellBatch.of(List.of("x".repeat(size + 3)));
        Candidates chain = new Candidates();
        for (int i = 0; i < size; i++) {
            chain.add(cell.start(0) + i, cell.start(0) + i + 3, 0, 40 + i % 7, FindingClass.REAL);
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> new Resolver(new int[] {50}).resolve(chain, cell, findings));
        assertThat(findings.size()).isEqualTo(size);
        int reach = 0;
        for (int i = 0; i < size; i++) {
            int winner = findings.winner(i);
            assertThat(findings.isWinner(winner)).isTrue();
            if (findings.isWinner(i)) {
                assertThat(findings.start(i)).isGreaterThanOrEqualTo(reach);
                reach = findings.end(i);
            }
        }
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

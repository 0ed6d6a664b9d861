package dev.assay.detect.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The minimal automaton has as many states as Moore's rounds leave blocks, and accepts what the large one accepts. */
class MinimiserTest {
    private static final int CLASSES = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itJoinsWhatNothingTellsApart(long seed) {
        Random random = new Random(seed);
        int states = 2 + random.nextInt(60);
        List<char[]> rows = new ArrayList<>();
        List<int[]> labels = new ArrayList<>();
        for (int state = 0; state < states; state++) {
            char[] row = new char[CLASSES];
            for (int c = 0; c < CLASSES; c++) {
                row[c] = (char) (state == 0 || random.nextInt(3) == 0 ? 0 : random.nextInt(states));
            }
            rows.add(row);
            boolean accepts = state > 1 && random.nextInt(5) == 0;
            labels.add(accepts ? new int[] {random.nextInt(2)} : new int[0]);
        }
        byte[] classOf = new byte[256];
        for (int value = 0; value < 256; value++) {
            classOf[value] = (byte) (value % CLASSES);
        }

        Dfa minimal = new Minimiser(rows, labels).minimal(classOf, 1);

        assertThat(minimal.states()).isEqualTo(blocks(rows, labels));
        for (int word = 0; word < 300; word++) {
            int large = 1;
            int small = minimal.start();
            for (int at = 0; at < 12; at++) {
                int value = random.nextInt(256);
                large = rows.get(large)[value % CLASSES];
                small = minimal.step(small, (byte) value);
                int[] accepted = minimal.accepts(small) ? minimal.labels(small) : new int[0];
                assertThat(accepted).isEqualTo(labels.get(large));
            }
        }
    }

    /** Rounds of splitting all blocks by where their states go, until nothing changes. */
    private static int blocks(List<char[]> rows, List<int[]> labels) {
        int[] blockOf = new int[rows.size()];
        int count = 0;
        int before;
        do {
            before = count;
            Map<List<Integer>, Integer> known = new HashMap<>();
            int[] next = new int[blockOf.length];
            for (int state = 0; state < next.length; state++) {
                List<Integer> key = new ArrayList<>(List.of(blockOf[state]));
                Arrays.stream(labels.get(state)).forEach(key::add);
                key.add(-1);
                for (char target : rows.get(state)) {
                    key.add(blockOf[target]);
                }
                next[state] = known.computeIfAbsent(key, unused -> known.size());
            }
            blockOf = next;
            count = known.size();
        } while (count > before);
        return count;
    }
}

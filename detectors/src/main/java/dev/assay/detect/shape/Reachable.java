package dev.assay.detect.shape;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which labels can still be accepted from each state of a {@link Dfa}, equal sets kept once. */
final class Reachable {
    private final char[] setOfState;
    private final int[][] sets;

    Reachable(char[] setOfState, int[][] sets) {
        this.setOfState = setOfState;
        this.sets = sets;
    }

    /**
     * Follows the transitions backwards until nothing changes.
     *
     * @param labels of the states from {@code firstAccepting} on
     */
    static Reachable of(char[] next, int classes, int firstAccepting, int[][] labels) {
        int states = firstAccepting + labels.length;
        BitSet[] found = new BitSet[states];
        for (int state = 0; state < states; state++) {
            found[state] = new BitSet();
            if (state >= firstAccepting) {
                for (int label : labels[state - firstAccepting]) {
                    found[state].set(label);
                }
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int state = states - 1; state > Dfa.DEAD; state--) {
                int before = found[state].cardinality();
                int last = Dfa.DEAD;
                for (int c = 0; c < classes; c++) {
                    int target = next[state * classes + c];
                    if (target != last) {
                        found[state].or(found[target]);
                        last = target;
                    }
                }
                changed |= found[state].cardinality() != before;
            }
        }
        Map<BitSet, Integer> numbers = new LinkedHashMap<>();
        char[] setOfState = new char[states];
        for (int state = 0; state < states; state++) {
            Integer number = numbers.get(found[state]);
            if (number == null) {
                number = numbers.size();
                numbers.put(found[state], number);
            }
            setOfState[state] = (char) number.intValue();
        }
        int[][] sets =
                numbers.keySet().stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
        return new Reachable(setOfState, sets);
    }

    char[] setOfState() {
        return setOfState;
    }

    int[][] sets() {
        return sets;
    }
}

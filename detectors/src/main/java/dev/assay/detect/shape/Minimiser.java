package dev.assay.detect.shape;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the states of an automaton that no continuation tells apart, after Hopcroft ("An n log n algorithm for minimizing
 * states in a finite automaton", 1971): states start in one block per set of labels, and a block is split while some of its
 * states go to a block by a byte by which others do not. Of two halves only the smaller need be looked at again. Blocks are
 * numbered by their first state, accepting ones behind all others, so that one comparison tells them.
 */
final class Minimiser {
    private final List<char[]> rows;
    private final List<int[]> labels;
    private final int states;
    private final int classes;

    /** The states, those of a block beside each other; where each state stands, and in which block. */
    private final int[] order;

    private final int[] placeOf;
    private final int[] blockOf;

    /** Where a block begins, where it ends, and where those of its states end that the splitter is reached from. */
    private int[] begin;

    private int[] end;
    private int[] marked;
    private int blocks;

    private final Deque<Integer> splitters = new ArrayDeque<>();

    /** Where the sources of a state by a class begin in {@link #sources}; by class, then state. */
    private final int[] sourcesFrom;

    private final int[] sources;

    /**
     * For an automaton whose state 0 is dead.
     *
     * @param rows per state, the next state by class of byte
     * @param labels per state, what it accepts
     */
    Minimiser(List<char[]> rows, List<int[]> labels) {
        this.rows = rows;
        this.labels = labels;
        states = rows.size();
        classes = rows.get(0).length;
        order = new int[states];
        placeOf = new int[states];
        blockOf = new int[states];
        begin = new int[states];
        end = new int[states];
        marked = new int[states];
        sourcesFrom = new int[classes * states + 1];
        sources = new int[classes * states];
    }

    Dfa minimal(byte[] classOf, int start) {
        invert();
        splitByLabels();
        while (!splitters.isEmpty()) {
            int splitter = splitters.remove();
            splitBy(Arrays.copyOfRange(order, begin[splitter], end[splitter]));
        }
        return joined(classOf, start);
    }

    private void invert() {
        for (char[] row : rows) {
            for (int c = 0; c < classes; c++) {
                sourcesFrom[c * states + row[c] + 1]++;
            }
        }
        for (int i = 0; i < classes * states; i++) {
            sourcesFrom[i + 1] += sourcesFrom[i];
        }
        int[] next = sourcesFrom.clone();
        for (int state = 0; state < states; state++) {
            char[] row = rows.get(state);
            for (int c = 0; c < classes; c++) {
                sources[next[c * states + row[c]]++] = state;
            }
        }
    }

    private void splitByLabels() {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        for (int state = 0; state < states; state++) {
            List<Integer> key = Arrays.stream(labels.get(state)).boxed().toList();
            blockOf[state] = numbers.computeIfAbsent(key, unused -> numbers.size());
            end[blockOf[state]]++;
        }
        blocks = numbers.size();
        for (int block = 0, at = 0; block < blocks; block++) {
            begin[block] = at;
            marked[block] = at;
            at += end[block];
            end[block] = begin[block];
            splitters.add(block);
        }
        for (int state = 0; state < states; state++) {
            put(state, end[blockOf[state]]++);
        }
    }

    private void put(int state, int place) {
        order[place] = state;
        placeOf[state] = place;
    }

    private void splitBy(int[] targets) {
        int[] touched = new int[blocks];
        for (int c = 0; c < classes; c++) {
            int touchedCount = 0;
            if (touched.length < blocks) {
                touched = new int[2 * blocks];
            }
            for (int target : targets) {
                int from = c * states + target;
                for (int i = sourcesFrom[from]; i < sourcesFrom[from + 1]; i++) {
                    int block = blockOf[sources[i]];
                    if (marked[block] == begin[block]) {
                        touched[touchedCount++] = block;
                    }
                    mark(sources[i], block);
                }
            }
            for (int i = 0; i < touchedCount; i++) {
                split(touched[i]);
            }
        }
    }

    /** Moves a state among the marked ones, which stand at the begin of their block. */
    private void mark(int state, int block) {
        int place = marked[block]++;
        int other = order[place];
        put(other, placeOf[state]);
        put(state, place);
    }

    /** Makes two blocks of the marked and the other states of one, if there are both. */
    private void split(int block) {
        int cut = marked[block];
        marked[block] = begin[block];
        if (cut == end[block]) {
            return;
        }
        int made = blocks++;
        boolean marksAreFewer = cut - begin[block] < end[block] - cut;
        begin[made] = marksAreFewer ? begin[block] : cut;
        end[made] = marksAreFewer ? cut : end[block];
        if (marksAreFewer) {
            begin[block] = cut;
            marked[block] = cut;
        } else {
            end[block] = cut;
        }
        marked[made] = begin[made];
        for (int i = begin[made]; i < end[made]; i++) {
            blockOf[order[i]] = made;
        }
        // The one made is the smaller; where the whole is still to be looked at, both are.
        splitters.add(made);
    }

    private Dfa joined(byte[] classOf, int start) {
        int[] firsts = firsts();
        int[] number = new int[blocks];
        int plain = 0;
        for (int first : firsts) {
            if (labels.get(first).length == 0) {
                number[blockOf[first]] = plain++;
            }
        }
        int[][] accepted = new int[blocks - plain][];
        int accepting = plain;
        for (int first : firsts) {
            if (labels.get(first).length > 0) {
                accepted[accepting - plain] = labels.get(first);
                number[blockOf[first]] = accepting++;
            }
        }
        char[] next = new char[blocks * classes];
        for (int first : firsts) {
            char[] row = rows.get(first);
            int at = number[blockOf[first]] * classes;
            for (int c = 0; c < classes; c++) {
                next[at + c] = (char) number[blockOf[row[c]]];
            }
        }
        Reachable reachable = Reachable.of(next, classes, plain, accepted);
        return new Dfa(classOf, classes, next, number[blockOf[start]], plain, accepted, reachable);
    }

    /** The first state of each block, ascending. */
    private int[] firsts() {
        boolean[] seen = new boolean[blocks];
        int[] firsts = new int[blocks];
        int count = 0;
        for (int state = 0; state < states; state++) {
            if (!seen[blockOf[state]]) {
                seen[blockOf[state]] = true;
                firsts[count++] = state;
            }
        }
        return firsts;
    }
}

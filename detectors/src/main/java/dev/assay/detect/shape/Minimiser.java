package dev.assay.detect.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the states of an automaton that no continuation tells apart, after Moore ("Gedanken-experiments on Sequential
 * Machines", 1956): states start in one block per set of labels, and blocks are split until all states of a block go to the
 * same blocks. Blocks are numbered by their first state, accepting ones behind all others, so that one comparison tells
 * them.
 */
final class Minimiser {
    private final List<char[]> rows;
    private final List<int[]> labels;
    private final int classes;
    private int[] blockOf;
    private int blocks;

    /**
     * For an automaton whose state 0 is dead.
     *
     * @param rows per state, the next state by class of byte
     * @param labels per state, what it accepts
     */
    Minimiser(List<char[]> rows, List<int[]> labels) {
        this.rows = rows;
        this.labels = labels;
        classes = rows.get(0).length;
        blockOf = new int[rows.size()];
    }

    Dfa minimal(byte[] classOf, int start) {
        splitByLabels();
        int before;
        do {
            before = blocks;
            splitByTargets();
        } while (blocks > before);
        int[] firsts = firsts();
        int plain = 0;
        for (int first : firsts) {
            plain += labels.get(first).length == 0 ? 1 : 0;
        }
        int[] number = new int[blocks];
        int[][] accepted = new int[blocks - plain][];
        int nextPlain = 0;
        int nextAccepting = plain;
        for (int block = 0; block < blocks; block++) {
            int[] set = labels.get(firsts[block]);
            if (set.length == 0) {
                number[block] = nextPlain++;
            } else {
                accepted[nextAccepting - plain] = set;
                number[block] = nextAccepting++;
            }
        }
        char[] next = new char[blocks * classes];
        for (int block = 0; block < blocks; block++) {
            char[] row = rows.get(firsts[block]);
            for (int c = 0; c < classes; c++) {
                next[number[block] * classes + c] = (char) number[blockOf[row[c]]];
            }
        }
        Reachable reachable = Reachable.of(next, classes, plain, accepted);
        return new Dfa(classOf, classes, next, number[blockOf[start]], plain, accepted, reachable);
    }

    private void splitByLabels() {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        for (int state = 0; state < blockOf.length; state++) {
            List<Integer> key = Arrays.stream(labels.get(state)).boxed().toList();
            blockOf[state] = numbers.computeIfAbsent(key, unused -> numbers.size());
        }
        blocks = numbers.size();
    }

    /** One block for each block before and row of target blocks; the hash only narrows the search. */
    private void splitByTargets() {
        Map<Long, List<Integer>> firstsByHash = new HashMap<>();
        int[] next = new int[blockOf.length];
        int count = 0;
        for (int state = 0; state < next.length; state++) {
            List<Integer> firsts = firstsByHash.computeIfAbsent(hash(state), unused -> new ArrayList<>(1));
            int block = -1;
            for (int first : firsts) {
                if (same(first, state)) {
                    block = next[first];
                    break;
                }
            }
            if (block < 0) {
                firsts.add(state);
                block = count++;
            }
            next[state] = block;
        }
        blockOf = next;
        blocks = count;
    }

    private long hash(int state) {
        long hash = blockOf[state];
        for (char target : rows.get(state)) {
            hash = (hash ^ blockOf[target]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private boolean same(int one, int other) {
        if (blockOf[one] != blockOf[other]) {
            return false;
        }
        char[] row = rows.get(one);
        char[] otherRow = rows.get(other);
        for (int c = 0; c < classes; c++) {
            if (blockOf[row[c]] != blockOf[otherRow[c]]) {
                return false;
            }
        }
        return true;
    }

    /** The first state of each block. */
    private int[] firsts() {
        int[] firsts = new int[blocks];
        Arrays.fill(firsts, -1);
        for (int state = 0; state < blockOf.length; state++) {
            if (firsts[blockOf[state]] < 0) {
                firsts[blockOf[state]] = state;
            }
        }
        return firsts;
    }
}

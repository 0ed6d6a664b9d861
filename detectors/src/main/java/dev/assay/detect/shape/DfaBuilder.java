package dev.assay.detect.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns an {@link Nfa} into a {@link Dfa} by the subset construction, breadth first, so that the outcome is the same each time. */
final class DfaBuilder {
    private static final int MOST_ADDRESSABLE = 65_535;

    private static final String COMMON = " etaoinsrhldcumfpgwybv.,k-\n0123456789_/\"':=()jxqzTSAICPEMRD";

    private final Nfa nfa;
    private final int mostStates;
    private final byte[] classOf = new byte[256];
    private final List<Integer> representatives = new ArrayList<>();
    private final boolean[][] reads;
    private final int[] marks;
    private final int[][] closures;
    private int generation;

    private final Map<StateSet, Integer> numbers = new HashMap<>();
    private final List<StateSet> subsets = new ArrayList<>();
    private final List<char[]> rows = new ArrayList<>();

    DfaBuilder(Nfa nfa, int mostStates) {
        this.nfa = nfa;
        this.mostStates = Math.min(mostStates, MOST_ADDRESSABLE);
        marks = new int[nfa.size()];
        closures = new int[nfa.size()][];
        reads = new boolean[nfa.sets().size()][];
        classifyBytes();
    }

    /** Two bytes are of one class if every set of the automaton holds both or neither. */
    private void classifyBytes() {
        Map<BitSet, Integer> classes = new LinkedHashMap<>();
        for (int value : commonFirst()) {
            BitSet members = new BitSet();
            for (int set = 0; set < reads.length; set++) {
                members.set(set, nfa.sets().get(set).contains(value));
            }
            Integer number = classes.get(members);
            if (number == null) {
                number = classes.size();
                classes.put(members, number);
                representatives.add(value);
            }
            classOf[value] = number.byteValue();
        }
        for (int set = 0; set < reads.length; set++) {
            reads[set] = new boolean[representatives.size()];
            for (int c = 0; c < representatives.size(); c++) {
                reads[set][c] = nfa.sets().get(set).contains(representatives.get(c));
            }
        }
    }

    /** All bytes, those first that texts are mostly made of: their classes then share few cache lines of each state's row. */
    private static int[] commonFirst() {
        return IntStream.concat(COMMON.chars(), IntStream.range(0, 256))
                .distinct()
                .toArray();
    }

    Dfa build(int[] entries) {
        number(new StateSet(new int[0]));
        int start = number(closureOf(entries, entries.length));
        for (int state = 0; state < subsets.size(); state++) {
            rows.add(row(subsets.get(state)));
        }
        return new Minimiser(rows, subsets.stream().map(this::labels).toList()).minimal(classOf, start);
    }

    private char[] row(StateSet subset) {
        int classes = representatives.size();
        char[] row = new char[classes];
        int[] targets = new int[subset.states.length];
        for (int c = 0; c < classes; c++) {
            int count = 0;
            for (int state : subset.states) {
                if (!nfa.isAccept(state) && reads[nfa.set(state)][c]) {
                    targets[count++] = nfa.next(state);
                }
            }
            row[c] = count == 0 ? 0 : (char) number(closureOf(targets, count));
        }
        return row;
    }

    private int number(StateSet subset) {
        Integer known = numbers.get(subset);
        if (known != null) {
            return known;
        }
        if (subsets.size() >= mostStates) {
            throw new ShapeException("the automaton has more than " + mostStates + " states");
        }
        numbers.put(subset, subsets.size());
        subsets.add(subset);
        return subsets.size() - 1;
    }

    /** The reading and accepting states reached from some states without reading. */
    private StateSet closureOf(int[] from, int count) {
        generation++;
        int[] found = new int[16];
        int size = 0;
        for (int i = 0; i < count; i++) {
            for (int state : closure(from[i])) {
                if (marks[state] != generation) {
                    marks[state] = generation;
                    if (size == found.length) {
                        found = Arrays.copyOf(found, size * 2);
                    }
                    found[size++] = state;
                }
            }
        }
        int[] states = Arrays.copyOf(found, size);
        Arrays.sort(states);
        return new StateSet(states);
    }

    private int[] closure(int state) {
        int[] known = closures[state];
        if (known != null) {
            return known;
        }
        BitSet seen = new BitSet();
        List<Integer> stack = new ArrayList<>(List.of(state));
        BitSet found = new BitSet();
        while (!stack.isEmpty()) {
            int next = stack.remove(stack.size() - 1);
            if (seen.get(next)) {
                continue;
            }
            seen.set(next);
            if (nfa.isSplit(next)) {
                stack.add(nfa.next(next));
                stack.add(nfa.other(next));
            } else {
                found.set(next);
            }
        }
        int[] closure = found.stream().toArray();
        closures[state] = closure;
        return closure;
    }

    private int[] labels(StateSet subset) {
        return Arrays.stream(subset.states)
                .filter(nfa::isAccept)
                .map(nfa::next)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Sorted states of the nondeterministic automaton, compared by value. */
    private static final class StateSet {
        private final int[] states;
        private final int hash;

        StateSet(int[] states) {
            this.states = states;
            this.hash = Arrays.hashCode(states);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof StateSet set && hash == set.hash && Arrays.equals(states, set.states);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}

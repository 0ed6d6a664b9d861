package dev.assay.detect;

import dev.assay.detect.shape.Dfa;

/** Where matches of one automaton from a position may end. Used again and again; not thread-safe. */
final class Ends {
    private final int[] ends = new int[Program.LONGEST];
    private int size;
    private long steps;

    /** Walks forward from a position, at most up to a limit. */
    void collect(Dfa dfa, byte[] bytes, int from, int limit) {
        size = 0;
        int state = dfa.start();
        int at = from;
        while (at < limit) {
            state = dfa.step(state, bytes[at]);
            at++;
            if (state == Dfa.DEAD) {
                break;
            }
            if (dfa.accepts(state)) {
                ends[size++] = at;
            }
        }
        steps += at - from;
    }

    int size() {
        return size;
    }

    /** One of the ends, ascending. */
    int end(int index) {
        return ends[index];
    }

    long steps() {
        return steps;
    }
}

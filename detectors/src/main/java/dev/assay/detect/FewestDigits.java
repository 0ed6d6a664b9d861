package dev.assay.detect;

import dev.assay.detect.shape.Dfa;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * For each detector the fewest digits of a bare number in which it may match: digits, with a minus before them or not, and
 * with a dot before, among or behind them or not. Found by following the automata along all such numbers at once, so it is
 * true of any text, whatever boundaries and checks would leave of it.
 */
final class FewestDigits {
    /** Longer numbers are not followed; a detector that matches in none of these counts as needing one digit more. */
    static final int MOST = 15;

    /** What of a number was read: nothing yet, its sign or digits, its dot. */
    private static final int PHASES = 3;

    private static final int BEGIN = 0;
    private static final int WHOLE = 1;
    private static final int FRACTION = 2;

    private final Dfa dfa;
    private final int[] fewest;

    /** States of the automaton and phases that are reached with one number of digits. */
    private final BitSet reached = new BitSet();

    private final Deque<Integer> waiting = new ArrayDeque<>();

    private FewestDigits(Dfa dfa, int[] fewest) {
        this.dfa = dfa;
        this.fewest = fewest;
    }

    /** @param detectors how many labels there are; those in no automaton match nothing */
    static int[] of(List<Dfa> automata, int detectors) {
        int[] fewest = new int[detectors];
        Arrays.fill(fewest, MOST + 1);
        automata.forEach(dfa -> new FewestDigits(dfa, fewest).follow());
        return fewest;
    }

    private void follow() {
        reach(dfa.start(), BEGIN);
        for (int digits = 0; digits <= MOST; digits++) {
            goOn(digits);
            BitSet before = (BitSet) reached.clone();
            reached.clear();
            before.stream().forEach(this::readDigit);
        }
    }

    /** Reads signs and dots, and notes who accepts. */
    private void goOn(int digits) {
        while (!waiting.isEmpty()) {
            int place = waiting.remove();
            int state = place / PHASES;
            int phase = place % PHASES;
            if (dfa.accepts(state)) {
                for (int detector : dfa.labels(state)) {
                    fewest[detector] = Math.min(fewest[detector], digits);
                }
            }
            if (phase == BEGIN) {
                reach(dfa.step(state, (byte) '-'), WHOLE);
            }
            if (phase != FRACTION) {
                reach(dfa.step(state, (byte) '.'), FRACTION);
            }
        }
    }

    private void readDigit(int place) {
        for (byte digit = '0'; digit <= '9'; digit++) {
            reach(dfa.step(place / PHASES, digit), Math.max(WHOLE, place % PHASES));
        }
    }

    private void reach(int state, int phase) {
        int place = state * PHASES + phase;
        if (state != Dfa.DEAD && !reached.get(place)) {
            reached.set(place);
            waiting.add(place);
        }
    }
}

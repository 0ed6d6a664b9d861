package dev.assay.detect;

import dev.assay.detect.shape.Dfa;
import java.util.Arrays;

/**
 * Runs one union automaton from positions of a batch. A separator kills every state, so a walk never leaves its cell. Keeps
 * the accepting states of the last walk; not thread-safe.
 */
final class UnionWalk {
    /** No state that accepts. */
    static final int NO_STATE = Dfa.DEAD;

    private static final int AHEAD = 8;

    /** After how many bytes a walk asks whether anybody can still use it. */
    private static final int LONG_WALK = 16;

    /** Positions are remembered modulo one more than this, which is more than a walk is long. */
    private static final int TRACED = 2 * Program.LONGEST - 1;

    private final Dfa dfa;
    private final EndFilter ends;
    private final byte[] classOf;
    private final char[] next;
    private final int classes;
    private final int start;
    private final int firstAccepting;
    private int[] states = new int[0];
    private final int[] hitStates = new int[Program.LONGEST];
    private final int[] hitEnds = new int[Program.LONGEST];
    private int walked;

    /** The states of the last long walk by position, from one to another, and where it last accepted. */
    private final char[] trace = new char[TRACED + 1];

    private int tracedFrom;
    private int tracedTo = -1;
    private int lastAccepted;
    private long steps;

    UnionWalk(Dfa dfa, EndFilter ends) {
        this.dfa = dfa;
        this.ends = ends;
        classOf = dfa.classOf();
        next = dfa.next();
        classes = dfa.classes();
        start = dfa.start();
        firstAccepting = dfa.firstAccepting();
    }

    /** Forgets the text walked over so far. */
    void begin() {
        tracedTo = -1;
    }

    /**
     * Keeps the positions whose first sixteen bytes the automaton survives or accepts within. Four are stepped at once, so
     * that their cache misses overlap; what is dead after eight bytes, as most are, is not stepped on.
     */
    int lookAhead(byte[] bytes, int[] positions, int size, int[] into) {
        if (states.length < size + 4) {
            states = new int[size + 4];
        }
        Arrays.fill(states, 0, size, start);
        int living = step(bytes, positions, size, 0, into);
        return step(bytes, into, living, AHEAD, into);
    }

    /** Steps on by eight bytes. The sign of a state tells whether a match was accepted before it. */
    private int step(byte[] bytes, int[] positions, int size, int offset, int[] into) {
        int count = 0;
        int i = 0;
        for (; i + 4 <= size; i += 4) {
            int at0 = positions[i];
            int at1 = positions[i + 1];
            int at2 = positions[i + 2];
            int at3 = positions[i + 3];
            int accepted0 = states[i];
            int accepted1 = states[i + 1];
            int accepted2 = states[i + 2];
            int accepted3 = states[i + 3];
            int s0 = accepted0 & Integer.MAX_VALUE;
            int s1 = accepted1 & Integer.MAX_VALUE;
            int s2 = accepted2 & Integer.MAX_VALUE;
            int s3 = accepted3 & Integer.MAX_VALUE;
            for (int k = offset; k < offset + AHEAD; k++) {
                s0 = next[s0 * classes + (classOf[bytes[at0 + k] & 0xFF] & 0xFF)];
                s1 = next[s1 * classes + (classOf[bytes[at1 + k] & 0xFF] & 0xFF)];
                s2 = next[s2 * classes + (classOf[bytes[at2 + k] & 0xFF] & 0xFF)];
                s3 = next[s3 * classes + (classOf[bytes[at3 + k] & 0xFF] & 0xFF)];
                accepted0 |= firstAccepting - 1 - s0;
                accepted1 |= firstAccepting - 1 - s1;
                accepted2 |= firstAccepting - 1 - s2;
                accepted3 |= firstAccepting - 1 - s3;
            }
            count = keep(at0, s0, accepted0, into, count);
            count = keep(at1, s1, accepted1, into, count);
            count = keep(at2, s2, accepted2, into, count);
            count = keep(at3, s3, accepted3, into, count);
        }
        for (; i < size; i++) {
            int at = positions[i];
            int accepted = states[i];
            int state = accepted & Integer.MAX_VALUE;
            for (int k = offset; k < offset + AHEAD; k++) {
                state = next[state * classes + (classOf[bytes[at + k] & 0xFF] & 0xFF)];
                accepted |= firstAccepting - 1 - state;
            }
            count = keep(at, state, accepted, into, count);
        }
        steps += (long) AHEAD * size;
        return count;
    }

    /** Notes a position and its state, and counts it if it is alive. */
    private int keep(int at, int state, int accepted, int[] into, int count) {
        into[count] = at;
        states[count] = state | (accepted & Integer.MIN_VALUE);
        return count + alive(state, accepted);
    }

    /** 1 if the state is not the dead one or an accepting one was passed, which leaves the sign of a difference. */
    private static int alive(int state, int accepted) {
        return (-state | accepted) >>> 31;
    }

    /**
     * Walks on from one position until no detector can match any more; returns at how many ends somebody may end. A walk that gets
     * long goes on only if some detector it can still lead to may match from here at all: in {@code 1.1.1.1…} each digit
     * would otherwise start a walk to the end.
     */
    int walk(byte[] bytes, int from, Verifier verifier) {
        int pause = Math.min(from + LONG_WALK, bytes.length);
        walked = 0;
        int state = walk(bytes, from, pause, start);
        if (state != Dfa.DEAD && verifier.mayMatch(dfa.reachable(state), from)) {
            walkOn(bytes, pause, Math.min(from + Program.LONGEST, bytes.length), state);
        }
        return walked;
    }

    /**
     * Goes on with a long walk, and remembers its states by position. Where it meets a state that the long walk before it
     * had at the same position, both go the same way from there on, and only what that one accepted is looked up: in
     * {@code eyJaa-eyJaa-…} each start would otherwise be followed to the end.
     */
    private void walkOn(byte[] bytes, int from, int limit, int startState) {
        int state = startState;
        int at = from;
        int accepted = 0;
        while (at < limit && state != Dfa.DEAD && !isTraced(at, state)) {
            trace[at & TRACED] = (char) state;
            state = step(bytes, at, state);
            at++;
            accepted = noteHit(bytes, state, at) ? at : accepted;
        }
        if (at < limit && state != Dfa.DEAD) {
            for (int met = at + 1; met <= lastAccepted; met++) {
                steps++;
                accepted = noteHit(bytes, trace[met & TRACED], met) ? met : accepted;
            }
            at = tracedTo;
            state = trace[at & TRACED];
            while (at < limit && state != Dfa.DEAD) {
                trace[at & TRACED] = (char) state;
                state = step(bytes, at, state);
                at++;
                accepted = noteHit(bytes, state, at) ? at : accepted;
            }
        }
        trace[at & TRACED] = (char) state;
        tracedFrom = from;
        tracedTo = at;
        lastAccepted = accepted;
    }

    private boolean isTraced(int at, int state) {
        return at >= tracedFrom && at <= tracedTo && trace[at & TRACED] == state;
    }

    private int step(byte[] bytes, int at, int state) {
        steps++;
        return next[state * classes + (classOf[bytes[at] & 0xFF] & 0xFF)];
    }

    private boolean noteHit(byte[] bytes, int state, int end) {
        if (state < firstAccepting || !ends.mayEnd(state, bytes[end])) {
            return false;
        }
        hitStates[walked] = state;
        hitEnds[walked++] = end;
        return true;
    }

    private int walk(byte[] bytes, int from, int limit, int startState) {
        int state = startState;
        int found = walked;
        int at = from;
        while (at < limit) {
            state = next[state * classes + (classOf[bytes[at] & 0xFF] & 0xFF)];
            at++;
            if (state >= firstAccepting) {
                hitStates[found] = state;
                hitEnds[found] = at;
                found += ends.mayEnd(state, bytes[at]) ? 1 : 0;
            } else if (state == Dfa.DEAD) {
                break;
            }
        }
        steps += at - from;
        walked = found;
        return state;
    }

    /** The state that accepts at one of the ends of the last walk. */
    int state(int hit) {
        return hitStates[hit];
    }

    /** The detectors that a state accepts for. */
    int[] detectors(int accepting) {
        return dfa.labels(accepting);
    }

    /** One past the last byte of one of the ends of the last walk. */
    int end(int hit) {
        return hitEnds[hit];
    }

    long steps() {
        return steps;
    }
}

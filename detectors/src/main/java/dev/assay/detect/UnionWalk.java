package dev.assay.detect;

import dev.assay.detect.shape.Dfa;

/**
 * Runs one union automaton from positions of a batch. A separator kills every state, so a walk never leaves its cell. Keeps
 * the accepting states of the last walk; not thread-safe.
 */
final class UnionWalk {
    private static final int AHEAD = 8;

    /** After how many bytes a walk asks whether anybody can still use it. */
    private static final int LONG_WALK = 16;

    private final Dfa dfa;
    private final byte[] classOf;
    private final char[] next;
    private final int classes;
    private final int start;
    private final int firstAccepting;
    private final int[] hitStates = new int[Program.LONGEST];
    private final int[] hitEnds = new int[Program.LONGEST];
    private int walked;
    private long steps;

    UnionWalk(Dfa dfa) {
        this.dfa = dfa;
        classOf = dfa.classOf();
        next = dfa.next();
        classes = dfa.classes();
        start = dfa.start();
        firstAccepting = dfa.firstAccepting();
    }

    /**
     * Keeps the positions whose first eight bytes the automaton survives or accepts within. Four are stepped at once, so
     * that their cache misses overlap.
     */
    int lookAhead(byte[] bytes, int[] positions, int size, int[] into) {
        int count = 0;
        int i = 0;
        for (; i + 4 <= size; i += 4) {
            int at0 = positions[i];
            int at1 = positions[i + 1];
            int at2 = positions[i + 2];
            int at3 = positions[i + 3];
            int s0 = start;
            int s1 = start;
            int s2 = start;
            int s3 = start;
            int accepted0 = 0;
            int accepted1 = 0;
            int accepted2 = 0;
            int accepted3 = 0;
            for (int k = 0; k < AHEAD; k++) {
                s0 = next[s0 * classes + (classOf[bytes[at0 + k] & 0xFF] & 0xFF)];
                s1 = next[s1 * classes + (classOf[bytes[at1 + k] & 0xFF] & 0xFF)];
                s2 = next[s2 * classes + (classOf[bytes[at2 + k] & 0xFF] & 0xFF)];
                s3 = next[s3 * classes + (classOf[bytes[at3 + k] & 0xFF] & 0xFF)];
                accepted0 |= firstAccepting - 1 - s0;
                accepted1 |= firstAccepting - 1 - s1;
                accepted2 |= firstAccepting - 1 - s2;
                accepted3 |= firstAccepting - 1 - s3;
            }
            into[count] = at0;
            count += alive(s0, accepted0);
            into[count] = at1;
            count += alive(s1, accepted1);
            into[count] = at2;
            count += alive(s2, accepted2);
            into[count] = at3;
            count += alive(s3, accepted3);
        }
        for (; i < size; i++) {
            int at = positions[i];
            int state = start;
            int accepted = 0;
            for (int k = 0; k < AHEAD; k++) {
                state = next[state * classes + (classOf[bytes[at + k] & 0xFF] & 0xFF)];
                accepted |= firstAccepting - 1 - state;
            }
            into[count] = at;
            count += alive(state, accepted);
        }
        steps += (long) AHEAD * size;
        return count;
    }

    /** 1 if the state is not the dead one or an accepting one was passed, which leaves the sign of a difference. */
    private static int alive(int state, int accepted) {
        return (-state | accepted) >>> 31;
    }

    /**
     * Walks on from one position until no detector can match any more; returns how many ends were accepted. A walk that gets
     * long goes on only if some detector it can still lead to may match from here at all: in {@code 1.1.1.1…} each digit
     * would otherwise start a walk to the end.
     */
    int walk(byte[] bytes, int from, Verifier verifier) {
        int pause = Math.min(from + LONG_WALK, bytes.length);
        walked = 0;
        int state = walk(bytes, from, pause, start);
        if (state != Dfa.DEAD && verifier.mayMatch(dfa.reachable(state), from)) {
            walk(bytes, pause, Math.min(from + Program.LONGEST, bytes.length), state);
        }
        return walked;
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
                hitEnds[found++] = at;
            } else if (state == Dfa.DEAD) {
                break;
            }
        }
        steps += at - from;
        walked = found;
        return state;
    }

    /** The detectors that accept at one of the ends of the last walk. */
    int[] detectors(int hit) {
        return dfa.labels(hitStates[hit]);
    }

    /** One past the last byte of one of the ends of the last walk. */
    int end(int hit) {
        return hitEnds[hit];
    }

    long steps() {
        return steps;
    }
}

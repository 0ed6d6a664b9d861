package dev.assay.detect.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A nondeterministic automaton after Thompson ("Regular Expression Search Algorithm", 1968): each state reads one byte
 * of a set, splits in two without reading, or accepts. Grows while shapes are added to it.
 */
public final class Nfa {
    private static final int SPLIT = -1;
    private static final int ACCEPT = -2;
    private static final int MOST_STATES = 2_000_000;

    private final Map<ByteSet, Integer> setNumbers = new LinkedHashMap<>();
    private final List<ByteSet> sets = new ArrayList<>();
    private int[] kinds = new int[256];
    private int[] first = new int[256];
    private int[] second = new int[256];
    private int size;

    private int add(int kind, int one, int two) {
        if (size == MOST_STATES) {
            throw new ShapeException("the repeats of the shape are too large");
        }
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            first = Arrays.copyOf(first, size * 2);
            second = Arrays.copyOf(second, size * 2);
        }
        kinds[size] = kind;
        first[size] = one;
        second[size] = two;
        return size++;
    }

    int addBytes(ByteSet set, int next) {
        Integer number = setNumbers.get(set);
        if (number == null) {
            number = sets.size();
            setNumbers.put(set, number);
            sets.add(set);
        }
        return add(number, next, 0);
    }

    int addSplit(int one, int other) {
        return add(SPLIT, one, other);
    }

    /** Any number of repeats of a shape, none included. */
    int addLoop(Shape inner, int next) {
        int loop = add(SPLIT, next, next);
        int body = inner.into(this, loop);
        first[loop] = body;
        return loop;
    }

    int addAccept(int label) {
        return add(ACCEPT, label, 0);
    }

    int size() {
        return size;
    }

    List<ByteSet> sets() {
        return sets;
    }

    boolean isSplit(int state) {
        return kinds[state] == SPLIT;
    }

    boolean isAccept(int state) {
        return kinds[state] == ACCEPT;
    }

    /** Number of the byte set a reading state reads. */
    int set(int state) {
        return kinds[state];
    }

    /** Where a reading state goes, the first way of a split, or the label of an accepting one. */
    int next(int state) {
        return first[state];
    }

    int other(int state) {
        return second[state];
    }
}

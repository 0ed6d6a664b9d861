package dev.assay.detect.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** What a match of a shape can begin with: what a quick filter can know of it before any automaton runs. */
public final class Prefixes {
    /** How far into a shape alternatives are told apart. */
    private static final int LOOKED_AT = 8;

    /** The largest spread of a count that is cut into its values. */
    private static final int FEW = 5;

    private Prefixes() {}

    /**
     * For each of the first bytes of a match, the set it comes from. Where a match may be over already, any byte may
     * stand.
     */
    public static List<ByteSet> of(Shape shape, int depth) {
        Nfa nfa = new Nfa();
        int entry = shape.into(nfa, nfa.addAccept(0));
        List<ByteSet> sets = new ArrayList<>();
        BitSet states = new BitSet();
        close(nfa, entry, states);
        boolean over = false;
        for (int level = 0; level < depth; level++) {
            ByteSet set = ByteSet.NONE;
            BitSet next = new BitSet();
            for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
                if (nfa.isAccept(state)) {
                    over = true;
                } else if (!nfa.isSplit(state)) {
                    set = set.union(nfa.sets().get(nfa.set(state)));
                    close(nfa, nfa.next(state), next);
                }
            }
            sets.add(over ? ByteSet.ALL : set);
            states = next;
        }
        return sets;
    }

    /** Adds a state and all it reaches without reading. */
    private static void close(Nfa nfa, int from, BitSet states) {
        List<Integer> stack = new ArrayList<>(List.of(from));
        while (!stack.isEmpty()) {
            int state = stack.remove(stack.size() - 1);
            if (!states.get(state)) {
                states.set(state);
                if (nfa.isSplit(state)) {
                    stack.add(nfa.next(state));
                    stack.add(nfa.other(state));
                }
            }
        }
    }

    /**
     * The shape as alternatives with narrower beginnings: {@code (ab|cd)e} as {@code abe} and {@code cde}. Together they
     * match what the shape matches.
     *
     * @param most where to stop cutting
     */
    public static List<Shape> branches(Shape shape, int most) {
        List<Shape> done = new ArrayList<>();
        Deque<Shape> open = new ArrayDeque<>(List.of(shape));
        while (!open.isEmpty()) {
            Shape next = open.remove();
            List<Shape> parts = cut(next, LOOKED_AT);
            if (parts.isEmpty() || done.size() + open.size() + parts.size() > most) {
                done.add(next);
            } else {
                open.addAll(parts);
            }
        }
        return done;
    }

    /** The shape as two or more narrower ones that differ within its first bytes; empty if nothing is gained. */
    private static List<Shape> cut(Shape shape, int bytes) {
        if (shape instanceof Shape.Choice choice) {
            return isCharacter(choice) ? List.of() : choice.options();
        }
        if (shape instanceof Shape.Repeat repeat) {
            return cutRepeat(repeat, bytes);
        }
        if (shape instanceof Shape.Sequence sequence) {
            int left = bytes;
            for (int i = 0; i < sequence.parts().size() && left > 0; i++) {
                List<Shape> options = cut(sequence.parts().get(i), left);
                if (!options.isEmpty()) {
                    return spliced(sequence.parts(), i, options);
                }
                left -= shortest(sequence.parts().get(i), left);
            }
        }
        return List.of();
    }

    private static List<Shape> cutRepeat(Shape.Repeat repeat, int bytes) {
        if (repeat.min() == 0) {
            return List.of(new Shape.Sequence(List.of()), new Shape.Repeat(repeat.inner(), 1, repeat.max()));
        }
        if (repeat.max() == 1) {
            return cut(repeat.inner(), bytes);
        }
        List<Shape> counts = new ArrayList<>();
        if (isCharacter(repeat.inner())) {
            boolean few = repeat.max() - repeat.min() <= FEW && repeat.min() < bytes;
            for (int count = repeat.min(); few && repeat.max() > repeat.min() && count <= repeat.max(); count++) {
                counts.add(new Shape.Repeat(repeat.inner(), count, count));
            }
            return counts;
        }
        int rest = repeat.max() == Shape.OPEN ? Shape.OPEN : repeat.max() - 1;
        return cut(
                Shape.inSequence(List.of(repeat.inner(), new Shape.Repeat(repeat.inner(), repeat.min() - 1, rest))),
                bytes);
    }

    private static List<Shape> spliced(List<Shape> parts, int place, List<Shape> options) {
        List<Shape> spliced = new ArrayList<>();
        for (Shape option : options) {
            List<Shape> whole = new ArrayList<>(parts.subList(0, place));
            whole.add(option);
            whole.addAll(parts.subList(place + 1, parts.size()));
            spliced.add(Shape.inSequence(whole));
        }
        return spliced;
    }

    /** Whether this is a set of characters, ASCII or not: cutting such a choice would gain nothing. */
    private static boolean isCharacter(Shape shape) {
        if (shape instanceof Shape.Choice choice) {
            return choice.options().stream().allMatch(Prefixes::isCharacter);
        }
        if (shape instanceof Shape.Sequence sequence) {
            return !sequence.parts().isEmpty()
                    && sequence.parts().stream().allMatch(Shape.OneByte.class::isInstance)
                    && sequence.parts().get(0) instanceof Shape.OneByte first
                    && first.set().a() == 0
                    && first.set().b() == 0;
        }
        return shape instanceof Shape.OneByte;
    }

    /** The fewest bytes of a match, counted up to a limit. */
    private static int shortest(Shape shape, int limit) {
        if (shape instanceof Shape.OneByte) {
            return 1;
        }
        if (shape instanceof Shape.Choice choice) {
            return choice.options().stream()
                    .mapToInt(option -> shortest(option, limit))
                    .min()
                    .orElse(0);
        }
        if (shape instanceof Shape.Repeat repeat) {
            return Math.min(
                    limit, repeat.min() == 0 ? 0 : Math.min(limit, repeat.min()) * shortest(repeat.inner(), limit));
        }
        int sum = 0;
        for (Shape part : ((Shape.Sequence) shape).parts()) {
            sum = Math.min(limit, sum + shortest(part, limit));
        }
        return sum;
    }
}

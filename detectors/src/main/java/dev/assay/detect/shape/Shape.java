package dev.assay.detect.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A pattern over UTF-8 bytes, as a tree. It has no back-references, look-around or anchors, so it always becomes a
 * finite automaton and never needs backtracking. Immutable.
 */
public sealed interface Shape {
    /** The end of a repeat without one. */
    int OPEN = Integer.MAX_VALUE;

    /** Adds this pattern to an automaton so that it goes on at the state {@code next}; returns where it begins. */
    int into(Nfa nfa, int next);

    /** The pattern that matches the same bytes read backwards. */
    Shape reversed();

    /** Whether it matches the empty text. */
    boolean matchesEmpty();

    /** The most bytes of a match; {@link #OPEN} if there is no end to them. */
    int longest();

    /** Every byte that stands in some match. */
    ByteSet bytes();

    /** The same with no repeat of more than a number: as many bytes of a match are those of a match of this pattern. */
    Shape clipped(int most);

    /**
     * Reads the syntax of the catalogue.
     *
     * @throws ShapeException if the text is not a shape
     */
    static Shape parse(String text) {
        return new ShapeParser(text).parse();
    }

    /** One shape after the other. */
    static Shape inSequence(List<Shape> parts) {
        List<Shape> flat = new ArrayList<>();
        for (Shape part : parts) {
            if (part instanceof Sequence sequence) {
                flat.addAll(sequence.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Sequence(flat);
    }

    /** Any of the shapes. */
    static Shape anyOf(List<Shape> options) {
        return options.size() == 1 ? options.get(0) : new Choice(options);
    }

    /** One byte out of a set. */
    record OneByte(ByteSet set) implements Shape {
        @Override
        public int into(Nfa nfa, int next) {
            return nfa.addBytes(set, next);
        }

        @Override
        public Shape reversed() {
            return this;
        }

        @Override
        public boolean matchesEmpty() {
            return false;
        }

        @Override
        public int longest() {
            return 1;
        }

        @Override
        public ByteSet bytes() {
            return set;
        }

        @Override
        public Shape clipped(int most) {
            return this;
        }
    }

    /** One part after the other; no parts match the empty text. */
    record Sequence(List<Shape> parts) implements Shape {
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public int into(Nfa nfa, int next) {
            int entry = next;
            for (int i = parts.size() - 1; i >= 0; i--) {
                entry = parts.get(i).into(nfa, entry);
            }
            return entry;
        }

        @Override
        public Shape reversed() {
            List<Shape> backwards = new ArrayList<>();
            parts.forEach(part -> backwards.add(part.reversed()));
            Collections.reverse(backwards);
            return new Sequence(backwards);
        }

        @Override
        public boolean matchesEmpty() {
            return parts.stream().allMatch(Shape::matchesEmpty);
        }

        @Override
        public int longest() {
            return (int) Math.min(OPEN, parts.stream().mapToLong(Shape::longest).sum());
        }

        @Override
        public ByteSet bytes() {
            return ByteSet.all(parts.stream().map(Shape::bytes));
        }

        @Override
        public Shape clipped(int most) {
            return new Sequence(parts.stream().map(part -> part.clipped(most)).toList());
        }
    }

    /** Any one of the options. */
    record Choice(List<Shape> options) implements Shape {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public int into(Nfa nfa, int next) {
            int entry = options.get(options.size() - 1).into(nfa, next);
            for (int i = options.size() - 2; i >= 0; i--) {
                entry = nfa.addSplit(options.get(i).into(nfa, next), entry);
            }
            return entry;
        }

        @Override
        public Shape reversed() {
            return new Choice(options.stream().map(Shape::reversed).toList());
        }

        @Override
        public boolean matchesEmpty() {
            return options.stream().anyMatch(Shape::matchesEmpty);
        }

        @Override
        public int longest() {
            return options.stream().mapToInt(Shape::longest).max().orElse(0);
        }

        @Override
        public ByteSet bytes() {
            return ByteSet.all(options.stream().map(Shape::bytes));
        }

        @Override
        public Shape clipped(int most) {
            return new Choice(
                    options.stream().map(option -> option.clipped(most)).toList());
        }
    }

    /**
     * The same shape several times.
     *
     * @param max the most repeats, or {@link #OPEN}
     */
    record Repeat(Shape inner, int min, int max) implements Shape {
        @Override
        public int into(Nfa nfa, int next) {
            int entry = next;
            if (max == OPEN) {
                entry = nfa.addLoop(inner, next);
            } else {
                for (int i = min; i < max; i++) {
                    entry = nfa.addSplit(inner.into(nfa, entry), next);
                }
            }
            for (int i = 0; i < min; i++) {
                entry = inner.into(nfa, entry);
            }
            return entry;
        }

        @Override
        public Shape reversed() {
            return new Repeat(inner.reversed(), min, max);
        }

        @Override
        public boolean matchesEmpty() {
            return min == 0 || inner.matchesEmpty();
        }

        @Override
        public int longest() {
            return (int) Math.min(OPEN, (long) inner.longest() * max);
        }

        @Override
        public ByteSet bytes() {
            return inner.bytes();
        }

        @Override
        public Shape clipped(int most) {
            return new Repeat(inner.clipped(most), Math.min(min, most), Math.min(max, most));
        }
    }
}

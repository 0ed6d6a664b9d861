package dev.assay.detect.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Unicode code points as sorted, disjoint ranges, and their UTF-8 form as a shape. */
final class CodePointSet {
    private static final int LAST = 0x10FFFF;
    private static final int[] LAST_OF_LENGTH = {0x7F, 0x7FF, 0xFFFF, LAST};

    private final List<Range> ranges = new ArrayList<>();

    private record Range(int from, int to) {}

    CodePointSet add(int from, int to) {
        ranges.add(new Range(from, to));
        return this;
    }

    CodePointSet addAll(CodePointSet other) {
        ranges.addAll(other.ranges);
        return this;
    }

    /** Adds the other case of each ASCII letter. */
    void foldAscii() {
        CodePointSet folded = new CodePointSet();
        for (Range range : ranges) {
            folded.addShifted(range, 'a', 'z', 'A' - 'a');
            folded.addShifted(range, 'A', 'Z', 'a' - 'A');
        }
        addAll(folded);
    }

    private void addShifted(Range range, int first, int last, int shift) {
        int from = Math.max(range.from, first);
        int to = Math.min(range.to, last);
        if (from <= to) {
            add(from + shift, to + shift);
        }
    }

    CodePointSet complement() {
        CodePointSet rest = new CodePointSet();
        int next = 0;
        for (Range range : merged()) {
            if (range.from > next) {
                rest.add(next, range.from - 1);
            }
            next = range.to + 1;
        }
        if (next <= LAST) {
            rest.add(next, LAST);
        }
        return rest;
    }

    private List<Range> merged() {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::from).thenComparingInt(Range::to));
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && range.from <= merged.get(last).to + 1) {
                merged.set(last, new Range(merged.get(last).from, Math.max(merged.get(last).to, range.to)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    /** The UTF-8 encodings of these code points. */
    Shape toShape() {
        ByteSet ascii = ByteSet.NONE;
        List<Shape> options = new ArrayList<>();
        for (Range range : merged()) {
            int from = range.from;
            for (int length = 1; length <= 4 && from <= range.to; length++) {
                int to = Math.min(range.to, LAST_OF_LENGTH[length - 1]);
                if (from > to) {
                    continue;
                }
                if (length == 1) {
                    ascii = ascii.union(ByteSet.range(from, to));
                } else {
                    addLongForms(from, to, length, options);
                }
                from = to + 1;
            }
        }
        if (!ascii.isEmpty()) {
            options.add(0, new Shape.OneByte(ascii));
        }
        if (options.isEmpty()) {
            throw new ShapeException("a class must hold at least one character");
        }
        return Shape.anyOf(options);
    }

    /** Cuts a range into stretches in which each byte runs through a range of its own, whatever the others are. */
    private static void addLongForms(int from, int to, int length, List<Shape> into) {
        for (int trailing = 1; trailing < length; trailing++) {
            int mask = (1 << (6 * trailing)) - 1;
            if ((from & ~mask) != (to & ~mask)) {
                if ((from & mask) != 0) {
                    addLongForms(from, from | mask, length, into);
                    addLongForms((from | mask) + 1, to, length, into);
                    return;
                }
                if ((to & mask) != mask) {
                    addLongForms(from, (to & ~mask) - 1, length, into);
                    addLongForms(to & ~mask, to, length, into);
                    return;
                }
            }
        }
        List<Shape> bytes = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            bytes.add(new Shape.OneByte(ByteSet.range(utf8Byte(from, i, length), utf8Byte(to, i, length))));
        }
        into.add(new Shape.Sequence(bytes));
    }

    private static int utf8Byte(int codePoint, int index, int length) {
        int shifted = codePoint >> (6 * (length - 1 - index));
        if (index > 0) {
            return 0x80 | (shifted & 0x3F);
        }
        return switch (length) {
            case 2 -> 0xC0 | shifted;
            case 3 -> 0xE0 | shifted;
            default -> 0xF0 | shifted;
        };
    }
}

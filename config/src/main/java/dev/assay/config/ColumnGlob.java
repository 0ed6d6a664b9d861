package dev.assay.config;

import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A pattern over column paths such as {@code messages[].content}: {@code *} stands for any run of characters within one
 * step, {@code **} for any run across steps ({@code .}), everything else for itself.
 */
public record ColumnGlob(String pattern) {
    public ColumnGlob {
        if (pattern.isBlank()) {
            throw new IllegalArgumentException("A column pattern cannot be blank");
        }
    }

    /** The patterns of a filter: a set, so its order in a file does not reach a digest. */
    static SortedSet<String> patterns(List<ColumnGlob> globs) {
        SortedSet<String> patterns = new TreeSet<>();
        globs.forEach(glob -> patterns.add(glob.pattern()));
        return patterns;
    }

    /** Whether the pattern describes the whole path. Time grows with pattern times path, never worse. */
    public boolean matches(String path) {
        BitSet states = new BitSet();
        states.set(0);
        skipStars(states);
        for (int i = 0; i < path.length() && !states.isEmpty(); i++) {
            states = step(states, path.charAt(i));
            skipStars(states);
        }
        return states.get(pattern.length());
    }

    /** The positions in the pattern that are reached by one more character. */
    private BitSet step(BitSet states, char c) {
        BitSet next = new BitSet();
        for (int at = states.nextSetBit(0); at >= 0 && at < pattern.length(); at = states.nextSetBit(at + 1)) {
            boolean star = pattern.charAt(at) == '*';
            if (star && (c != '.' || isDouble(at))) {
                next.set(at);
            } else if (!star && pattern.charAt(at) == c) {
                next.set(at + 1);
            }
        }
        return next;
    }

    private void skipStars(BitSet states) {
        for (int at = states.nextSetBit(0); at >= 0 && at < pattern.length(); at = states.nextSetBit(at + 1)) {
            if (pattern.charAt(at) == '*') {
                states.set(at + (isDouble(at) ? 2 : 1));
            }
        }
    }

    /** Whether {@code **} starts here; the engine stands on the first star of a pair, never on the second. */
    private boolean isDouble(int at) {
        return at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
    }

    @Override
    public String toString() {
        return pattern;
    }
}

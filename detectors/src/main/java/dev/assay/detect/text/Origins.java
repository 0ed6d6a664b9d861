package dev.assay.detect.text;

import java.util.Arrays;

/**
 * Where the bytes of a reading come from, and how many bytes up to each were changed: kept in pieces, of which most are stretches
 * that stand for themselves. Not thread-safe.
 *
 * <pre>
 *  original   a n n a %  4  0  f i r m a . i o
 *             │ │ │ │ ╰──┴──╯  │
 *  reading    a n n a    @     f i r m a . i o
 *  changes    0 0 0 0    1     1 1 1 1 1 1 1 1
 *  pieces     ╰─────╯    ╵     ╰─────────────╯
 * </pre>
 */
public final class Origins {
    private int[] at = new int[64];
    private int[] starts = new int[64];

    /** How many bytes of the original each byte of a piece stands for; pieces of several bytes stand for themselves. */
    private int[] widths = new int[64];

    private int[] changes = new int[64];
    private int size;

    /** Forgets all pieces. */
    public void clear() {
        size = 0;
    }

    /**
     * Adds what begins at a place behind all others and goes on up to the next piece.
     *
     * @param start first byte of the original that it comes from
     * @param width bytes of the original; more than 1 if the piece is one byte that stands for them
     * @param changed how many changes there are up to it, itself included
     */
    void add(int place, int start, int width, int changed) {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            widths = Arrays.copyOf(widths, size * 2);
            changes = Arrays.copyOf(changes, size * 2);
        }
        at[size] = place;
        starts[size] = start;
        widths[size] = width;
        changes[size++] = changed;
    }

    /** Adds another reading's pieces, which begin so far behind where they began there. */
    public void addAll(Origins other, int shift) {
        for (int piece = 0; piece < other.size; piece++) {
            add(other.at[piece] + shift, other.starts[piece], other.widths[piece], other.changes[piece]);
        }
    }

    /**
     * Adds what a stretch of another reading, which was copied, comes from.
     *
     * @param place where its first byte stands now, behind all others
     * @param changed how many changes there are up to each of its bytes
     */
    void addStretch(Origins other, int from, int to, int place, int changed) {
        int shift = place - from;
        for (int piece = other.piece(from); piece < other.size && other.at[piece] < to; piece++) {
            int begin = Math.max(from, other.at[piece]);
            add(begin + shift, other.starts[piece] + begin - other.at[piece], other.widths[piece], changed);
        }
    }

    /** The piece a byte lies in. */
    private int piece(int place) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle] <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Takes stretches of a reading. */
    @FunctionalInterface
    public interface Stretches {
        /**
         * One stretch.
         *
         * @param original where its first byte stands in the original
         */
        void stretch(int from, int to, int original);
    }

    /**
     * Tells the stretches of a reading, ascending, that stand in the original as they are.
     *
     * @param end one past its last byte
     * @param shortest bytes of the shortest that is told
     */
    public void unchanged(int end, int shortest, Stretches into) {
        int piece = 0;
        while (piece < size) {
            int first = piece;
            int shift = starts[piece] - at[piece];
            // Whatever reads otherwise is longer than a byte; what follows in both was copied in pieces.
            while (piece < size && widths[piece] == 1 && starts[piece] - at[piece] == shift) {
                piece++;
            }
            int to = piece < size ? at[piece] : end;
            if (piece == first) {
                piece++;
            } else if (to - at[first] >= shortest) {
                into.stretch(at[first], to, starts[first]);
            }
        }
    }

    /** First byte of the original that a byte comes from. */
    public int start(int place) {
        int piece = piece(place);
        return starts[piece] + place - at[piece];
    }

    /** One past the last byte of the original that a byte comes from. */
    public int end(int place) {
        int piece = piece(place);
        return starts[piece] + place - at[piece] + widths[piece];
    }

    /** How many changes there are up to a byte, itself included. Of use in differences only. */
    public int changes(int place) {
        return changes[piece(place)];
    }

    /** The first byte of a stretch from which on nothing is changed, but perhaps itself; its end if it is empty. */
    public int unchangedFrom(int from, int to) {
        if (from == to) {
            return to;
        }
        int piece = piece(to - 1);
        while (at[piece] > from && changes[piece - 1] == changes[piece]) {
            piece--;
        }
        return at[piece];
    }

    /** Whether a place of the original lies inside what one byte of a stretch comes from, or inside what was left out there. */
    public boolean cuts(int from, int to, int place) {
        if (from == to) {
            return false;
        }
        int first = piece(from);
        int behind = piece(to - 1) + 1;
        int low = first;
        int high = behind;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int piece = low - 1;
        if (piece < first) {
            return false;
        }
        int last = (low == behind ? to : at[low]) - 1;
        int nearest = Math.min(at[piece] + place - starts[piece], last);
        int start = starts[piece] + nearest - at[piece];
        int end = start + widths[piece];
        return place != start && place != end && (place < end || nearest < to - 1);
    }
}

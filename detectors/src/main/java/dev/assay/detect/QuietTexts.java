package dev.assay.detect;

import dev.assay.detect.text.ShortText;
import java.util.Arrays;

/**
 * Short texts in which nothing was found, by column. Compared byte by byte, never by hash alone. Each has the one slot its
 * hash tells and takes it from whoever is there. Not thread-safe.
 */
final class QuietTexts {
    private static final int SLOTS = 1 << 13;
    private static final int PIECES = 4;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long[] pieces = new long[SLOTS * PIECES];

    /** Per slot, the column and how many bytes the text has; 0 if it is free. */
    private final long[] owners = new long[SLOTS];

    /** Forgets all. */
    void clear() {
        Arrays.fill(owners, 0);
        Arrays.fill(pieces, 0);
    }

    /**
     * Whether a text is there.
     *
     * @param column from 1 on
     * @param bytes readable from {@code start} on for {@link ShortText#READ} bytes
     * @param length at most {@link ShortText#LONGEST}
     */
    boolean holds(long column, byte[] bytes, int start, int length) {
        long first = ShortText.piece(0, bytes, start, length);
        long second = ShortText.piece(1, bytes, start, length);
        long third = ShortText.piece(2, bytes, start, length);
        long fourth = ShortText.piece(3, bytes, start, length);
        long owner = owner(column, length);
        int slot = slot(owner, first, second, third, fourth);
        int at = slot * PIECES;
        // All at once: which of them differs is nothing a processor foresees.
        return ((owner ^ owners[slot])
                        | (first ^ pieces[at])
                        | (second ^ pieces[at + 1])
                        | (third ^ pieces[at + 2])
                        | (fourth ^ pieces[at + 3]))
                == 0;
    }

    /** Adds a text. */
    void add(long column, byte[] bytes, int start, int length) {
        long first = ShortText.piece(0, bytes, start, length);
        long second = ShortText.piece(1, bytes, start, length);
        long third = ShortText.piece(2, bytes, start, length);
        long fourth = ShortText.piece(3, bytes, start, length);
        long owner = owner(column, length);
        int slot = slot(owner, first, second, third, fourth);
        int at = slot * PIECES;
        owners[slot] = owner;
        pieces[at] = first;
        pieces[at + 1] = second;
        pieces[at + 2] = third;
        pieces[at + 3] = fourth;
    }

    private static long owner(long column, int length) {
        return column * ShortText.READ + length;
    }

    private static int slot(long owner, long first, long second, long third, long fourth) {
        long hash = (owner ^ first) * FACTOR;
        hash = (Long.rotateLeft(hash, 29) ^ second) * FACTOR;
        hash = (Long.rotateLeft(hash, 29) ^ third) * FACTOR;
        hash = (Long.rotateLeft(hash, 29) ^ fourth) * FACTOR;
        return (int) (hash >>> 32) & (SLOTS - 1);
    }
}

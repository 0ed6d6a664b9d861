package dev.assay.detect;

import dev.assay.detect.text.ShortText;
import java.util.Arrays;

/**
 * Short texts in which nothing was found, by column. Compared byte by byte, never by hash alone. Each has the one slot its
 * hash tells and takes it from whoever is there. Not thread-safe.
 */
final class QuietTexts {
    private static final int SLOTS = 1 << 13;
    private static final int PIECES = ShortText.READ / Long.BYTES;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long[] pieces = new long[SLOTS * PIECES];

    /** Per slot, the column and how many bytes the text has; 0 if it is free. */
    private final long[] owners = new long[SLOTS];

    /** Forgets all, the texts too. */
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
        long owner = owner(column, length);
        int slot = slot(owner, bytes, start, length);
        // All at once: which of them differs is nothing a processor foresees.
        long differences = owner ^ owners[slot];
        for (int piece = 0; piece < PIECES; piece++) {
            differences |= pieces[slot * PIECES + piece] ^ ShortText.piece(piece, bytes, start, length);
        }
        return differences == 0;
    }

    /** Adds a text. */
    void add(long column, byte[] bytes, int start, int length) {
        long owner = owner(column, length);
        int slot = slot(owner, bytes, start, length);
        owners[slot] = owner;
        for (int piece = 0; piece < PIECES; piece++) {
            pieces[slot * PIECES + piece] = ShortText.piece(piece, bytes, start, length);
        }
    }

    private static long owner(long column, int length) {
        return column * ShortText.READ + length;
    }

    private static int slot(long owner, byte[] bytes, int start, int length) {
        long hash = owner;
        for (int piece = 0; piece < PIECES; piece++) {
            hash = (Long.rotateLeft(hash, 29) ^ ShortText.piece(piece, bytes, start, length)) * FACTOR;
        }
        return (int) (hash >>> 32) & (SLOTS - 1);
    }
}

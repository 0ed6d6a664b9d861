package dev.assay.detect;

import dev.assay.detect.text.Base64Text;
import dev.assay.detect.text.TextMarks;

/**
 * Three bits for each byte of a stretch, as {@link Places} marks them: whether something may begin there, whether a sign
 * stands there that tells how its neighbours are to be read, and whether it is a character of base64. Kept in blocks of
 * {@value #BLOCK} bytes; not thread-safe.
 */
final class ByteMarks implements TextMarks {
    /** Bytes of a block. */
    static final int BLOCK = Long.SIZE;

    private static final int HALF = BLOCK / 2;

    /** How much longer an array must be than all positions that are written to it. */
    static final int ROOM = 3;

    private long[] places = new long[0];
    private long[] signs = new long[0];
    private long[] coded = new long[0];
    private int blocks;
    private int origin;

    /** Begins with a stretch, whose first byte is the first of a block and each of whose blocks is to be written. */
    void begin(int from, int to) {
        origin = from;
        blocks = (to - from + BLOCK - 1) / BLOCK;
        if (places.length < blocks) {
            places = new long[blocks];
            signs = new long[blocks];
            coded = new long[blocks];
        }
    }

    /** By block, a bit for each place. Read-only by agreement, but for who marks. */
    long[] places() {
        return places;
    }

    /** The same of signs. */
    long[] signs() {
        return signs;
    }

    /** The same of characters of base64. */
    long[] coded() {
        return coded;
    }

    /** The block a byte lies in. */
    private int block(int position) {
        return (position - origin) / BLOCK;
    }

    /** The places of a block's beginning or of all of it, a bit each. */
    long places(int begin, int to) {
        long all = places[block(begin)];
        return to - begin < BLOCK ? all & ~(-1L << (to - begin)) : all;
    }

    /**
     * Writes the places of a stretch, ascending.
     *
     * @param into has room for all places and {@link #ROOM} more
     * @return how many were written
     */
    int places(int from, int to, int[] into) {
        return places(from, to, into, 0);
    }

    /** Appends the places of a stretch to those that stand there, and returns how many then do. */
    int places(int from, int to, int[] into, int begin) {
        int size = begin;
        long inside = -1L << (from - origin);
        for (int at = from - (from - origin) % BLOCK; at < to; at += BLOCK) {
            size = write(places(at, to) & inside, at, into, size);
            inside = -1;
        }
        return size;
    }

    /**
     * Writes the places of a block, ascending. Four are written at once: how many there are is nothing a processor foresees.
     *
     * @param bits one for each
     * @param at where the block begins
     * @param size how many stand in {@code into} already
     * @return how many then do
     */
    static int write(long bits, int at, int[] into, int size) {
        long left = bits;
        int end = size + Long.bitCount(left);
        for (int i = size; i < end; i += 4) {
            into[i] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            into[i + 1] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            into[i + 2] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            into[i + 3] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        return end;
    }

    @Override
    public int nextSign(int from, int to) {
        if (from >= to) {
            return to;
        }
        int block = block(from);
        long left = signs[block] & -1L << (from - origin);
        while (left == 0) {
            block++;
            if (origin + block * BLOCK >= to) {
                return to;
            }
            left = signs[block];
        }
        return Math.min(to, origin + block * BLOCK + Long.numberOfTrailingZeros(left));
    }

    @Override
    public int nextLongRun(int from, int to) {
        if (from >= to) {
            return to;
        }
        int block = block(from);
        long here = coded[block] & -1L << (from - origin);
        while (true) {
            int begin = origin + block * BLOCK;
            block++;
            long next = block < blocks ? coded[block] : 0;
            long early = Base64Text.longRuns(here);
            long late = Base64Text.longRuns(here >>> HALF | next << HALF);
            if ((early | late) != 0) {
                int place = early != 0 ? Long.numberOfTrailingZeros(early) : HALF + Long.numberOfTrailingZeros(late);
                return Math.min(to, begin + place);
            }
            if (begin + BLOCK >= to) {
                return to;
            }
            here = next;
        }
    }
}

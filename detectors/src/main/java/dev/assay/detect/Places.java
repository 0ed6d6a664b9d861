package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;

/**
 * Finds the positions where a word, a number, a context word or anything else that is looked for may begin: at letters and
 * digits and some other bytes behind what is no ASCII letter or digit, at non-ASCII characters, and at bytes that may begin
 * something anywhere. About one position in five is left, for all of which one look at the byte and one at the byte before
 * suffice. Immutable.
 */
final class Places {
    /** ASCII letters and digits. */
    static final ByteSet WORD =
            ByteSet.range('0', '9').union(ByteSet.range('A', 'Z')).union(ByteSet.range('a', 'z'));

    /** How much longer an array must be than all positions that are written to it. */
    static final int ROOM = 3;

    private static final ByteSet LEADING = ByteSet.range(0xC0, 0xFE);

    /** Of each byte, which of the three it is, in bits so far apart that sixteen bytes' kinds fit into one number. */
    private final long[] kinds = new long[256];

    private static final long IS_WORD = 1;
    private static final long BEGINS_ANYWHERE = 1L << 16;
    private static final long BEGINS_OUTSIDE_WORDS = 1L << 32;

    /** The places where words and the shapes of two passes may begin. */
    static Places of(FrontMasks one, FrontMasks other) {
        return new Places(
                one.insideWords().union(other.insideWords()), one.firstBytes().union(other.firstBytes()));
    }

    /**
     * Places by what may begin there.
     *
     * @param anywhere bytes at which something may begin behind a letter or digit
     * @param outside bytes at which something may begin elsewhere, besides letters and digits
     */
    Places(ByteSet anywhere, ByteSet outside) {
        ByteSet begins = WORD.union(outside);
        ByteSet beginsAnywhere = LEADING.union(anywhere);
        for (int value = 0; value < 256; value++) {
            kinds[value] = (WORD.contains(value) ? IS_WORD : 0)
                    | (beginsAnywhere.contains(value) ? BEGINS_ANYWHERE : 0)
                    | (begins.contains(value) ? BEGINS_OUTSIDE_WORDS : 0);
        }
    }

    /**
     * Writes the positions, ascending. The loop takes 32 bytes at once, and writes four positions at once: how many there are
     * is nothing a processor foresees.
     *
     * @param bytes readable from one byte before {@code from} to 32 past {@code to}
     * @param into has room for all positions and {@link #ROOM} more
     * @return how many were written
     */
    int find(byte[] bytes, int from, int to, int[] into) {
        int size = 0;
        int carry = (int) (kinds[bytes[from - 1] & 0xFF] & IS_WORD);
        for (int at = from; at < to; at += 32) {
            long low = kindsOf(bytes, at);
            long high = kindsOf(bytes, at + 16);
            int words = (int) (low & 0xFFFF) | (int) (high & 0xFFFF) << 16;
            int anywhere = (int) (low >>> 16 & 0xFFFF) | (int) (high >>> 16 & 0xFFFF) << 16;
            int outside = (int) (low >>> 32) | (int) (high >>> 32) << 16;
            int places = anywhere | (outside & ~(words << 1 | carry));
            carry = words >>> 31;
            if (at + 32 > to) {
                places &= (1 << (to - at)) - 1;
            }
            int found = Integer.bitCount(places);
            for (int i = size; i < size + found; i += 4) {
                into[i] = at + Integer.numberOfTrailingZeros(places);
                places &= places - 1;
                into[i + 1] = at + Integer.numberOfTrailingZeros(places);
                places &= places - 1;
                into[i + 2] = at + Integer.numberOfTrailingZeros(places);
                places &= places - 1;
                into[i + 3] = at + Integer.numberOfTrailingZeros(places);
                places &= places - 1;
            }
            size += found;
        }
        return size;
    }

    private long kindsOf(byte[] bytes, int at) {
        long[] kind = kinds;
        long kindsOf = 0;
        for (int k = 0; k < 16; k += 8) {
            int first = at + k;
            kindsOf |= (kind[bytes[first] & 0xFF]
                            | (kind[bytes[first + 1] & 0xFF] << 1)
                            | (kind[bytes[first + 2] & 0xFF] << 2)
                            | (kind[bytes[first + 3] & 0xFF] << 3)
                            | (kind[bytes[first + 4] & 0xFF] << 4)
                            | (kind[bytes[first + 5] & 0xFF] << 5)
                            | (kind[bytes[first + 6] & 0xFF] << 6)
                            | (kind[bytes[first + 7] & 0xFF] << 7))
                    << k;
        }
        return kindsOf;
    }
}

package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;

/**
 * Finds the positions where a word, a number or a context word may begin: behind anything but an ASCII letter or digit, at
 * a non-ASCII character, and at bytes that may begin something anywhere. About one position in four is left, for all of
 * which one look at the byte and one at the byte before suffice.
 */
final class Places {
    /** ASCII letters and digits. */
    static final ByteSet WORD =
            ByteSet.range('0', '9').union(ByteSet.range('A', 'Z')).union(ByteSet.range('a', 'z'));

    private static final ByteSet LEADING = ByteSet.range(0xC0, 0xFE);

    /** Bit 0: the byte is one of {@link #WORD}. Bit 32: something may begin at it, whatever stands before. */
    private final long[] kinds = new long[256];

    /** @param anywhere bytes at which something may begin behind a letter or digit */
    Places(ByteSet anywhere) {
        for (int value = 0; value < 256; value++) {
            long begins = anywhere.contains(value) || LEADING.contains(value) ? 1L << 32 : 0;
            kinds[value] = begins | (WORD.contains(value) ? 1 : 0);
        }
    }

    /**
     * Writes the positions, ascending. The loop takes 32 bytes at once: which are parts of words in the lower half of a
     * number, where something begins anyway in the upper.
     *
     * @param bytes readable from one byte before {@code from} to 32 past {@code to}
     * @param into has room for all positions
     * @return how many were written
     */
    int find(byte[] bytes, int from, int to, int[] into) {
        long[] kind = kinds;
        int count = 0;
        int carry = (int) kind[bytes[from - 1] & 0xFF];
        for (int at = from; at < to; at += 32) {
            long both = 0;
            for (int k = 0; k < 32; k += 8) {
                int first = at + k;
                both |= (kind[bytes[first] & 0xFF]
                                | (kind[bytes[first + 1] & 0xFF] << 1)
                                | (kind[bytes[first + 2] & 0xFF] << 2)
                                | (kind[bytes[first + 3] & 0xFF] << 3)
                                | (kind[bytes[first + 4] & 0xFF] << 4)
                                | (kind[bytes[first + 5] & 0xFF] << 5)
                                | (kind[bytes[first + 6] & 0xFF] << 6)
                                | (kind[bytes[first + 7] & 0xFF] << 7))
                        << k;
            }
            int words = (int) both;
            int places = ~((words << 1) | (carry & 1)) | (int) (both >>> 32);
            carry = words >>> 31;
            if (at + 32 > to) {
                places &= (1 << (to - at)) - 1;
            }
            while (places != 0) {
                into[count++] = at + Integer.numberOfTrailingZeros(places);
                places &= places - 1;
            }
        }
        return count;
    }
}

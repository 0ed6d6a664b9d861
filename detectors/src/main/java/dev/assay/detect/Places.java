package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.text.Suspects;
import java.util.Arrays;

/**
 * Marks the places where a word, a number, a context word or anything else that is looked for may begin: at letters and
 * digits and some other bytes behind what is no ASCII letter or digit, at non-ASCII characters, and at bytes that may begin
 * something anywhere. About one position in five is one, for which one look at the byte and one at the byte before suffice;
 * the same look tells the signs. Immutable.
 */
final class Places {
    /** ASCII letters and digits. */
    static final ByteSet WORD =
            ByteSet.range('0', '9').union(ByteSet.range('A', 'Z')).union(ByteSet.range('a', 'z'));

    /** What stands behind the name of a value, and what begins a unit that reads otherwise than it stands. */
    static final ByteSet SIGNS = NamedValues.SIGNS.union(Suspects.SIGNS);

    private static final ByteSet LEADING = ByteSet.range(0xC0, 0xFE);

    /** Of each byte, which of the four it is, in bits so far apart that sixteen bytes' kinds fit into one number. */
    private final long[] kinds = new long[256];

    private static final long IS_WORD = 1;
    private static final long BEGINS_ANYWHERE = 1L << 16;
    private static final long BEGINS_OUTSIDE_WORDS = 1L << 32;
    private static final long IS_SIGN = 1L << 48;
    private static final long LANE = 0xFFFF;

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
                    | (begins.contains(value) ? BEGINS_OUTSIDE_WORDS : 0)
                    | (SIGNS.contains(value) ? IS_SIGN : 0);
        }
    }

    /**
     * Marks a stretch in place of the one marked before; in its last block bytes behind it are marked too.
     *
     * @param bytes readable from one byte before {@code from} to 64 past {@code to}
     */
    void mark(byte[] bytes, int from, int to, ByteMarks into) {
        into.begin(from, to);
        mark(bytes, from, to, into.places(), into.signs());
    }

    /** All places of a stretch, ascending. */
    int[] all(byte[] bytes, int from, int to) {
        ByteMarks marks = new ByteMarks();
        mark(bytes, from, to, marks);
        int[] places = new int[to - from + ByteMarks.ROOM];
        return Arrays.copyOf(places, marks.places(from, to, places));
    }

    private void mark(byte[] bytes, int from, int to, long[] places, long[] signs) {
        long carry = kinds[bytes[from - 1] & 0xFF] & IS_WORD;
        int block = 0;
        for (int at = from; at < to; at += ByteMarks.BLOCK) {
            long first = kindsOf(bytes, at);
            long second = kindsOf(bytes, at + 16);
            long third = kindsOf(bytes, at + 32);
            long fourth = kindsOf(bytes, at + 48);
            long words = joined(first, second, third, fourth, 0);
            long anywhere = joined(first, second, third, fourth, 16);
            long outside = joined(first, second, third, fourth, 32);
            places[block] = anywhere | (outside & ~((words << 1) | carry));
            signs[block] = joined(first, second, third, fourth, 48);
            carry = words >>> 63;
            block++;
        }
    }

    /** One kind's bits of four times sixteen bytes. */
    private static long joined(long first, long second, long third, long fourth, int kind) {
        return ((first >>> kind) & LANE)
                | (((second >>> kind) & LANE) << 16)
                | (((third >>> kind) & LANE) << 32)
                | ((fourth >>> kind) << 48);
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

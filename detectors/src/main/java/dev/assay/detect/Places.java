package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.text.Base64Text;
import dev.assay.detect.text.SixteenBytes;
import dev.assay.detect.text.Suspects;
import java.util.Arrays;

/**
 * Marks the places where a word, a number, a context word or anything else that is looked for may begin: at letters and
 * digits and some other bytes behind what is no ASCII letter or digit, at non-ASCII characters, and at bytes that may begin
 * something anywhere. About one position in five is one, for which one look at the byte and one at the byte before suffice;
 * the same look tells the signs and the characters of base64. Immutable.
 */
final class Places {
    /** ASCII letters and digits. */
    static final ByteSet WORD =
            ByteSet.range('0', '9').union(ByteSet.range('A', 'Z')).union(ByteSet.range('a', 'z'));

    /** What stands behind the name of a value, and what begins a unit that reads otherwise than it stands. */
    static final ByteSet SIGNS = NamedValues.SIGNS.union(Suspects.SIGNS);

    private static final ByteSet LEADING = ByteSet.range(0xC0, 0xFE);

    /** What words begin with. All stand at places, but for letters and digits behind others. */
    static final ByteSet WORD_BEGINNINGS = WORD.union(LEADING);

    /**
     * Of each byte, which of the four it is, in bits so far apart that sixteen bytes' kinds fit into one number. No character of base64
     * is a sign: one that has both bits is of base64 and neither letter nor digit.
     */
    private final long[] kinds = new long[256];

    private static final long IS_CODED = 1;
    private static final long BEGINS_ANYWHERE = 1L << 16;
    private static final long BEGINS_OUTSIDE_WORDS = 1L << 32;
    private static final long IS_SIGN = 1L << 48;

    /** The first and the third kind of sixteen bytes. */
    private static final long LANES = 0x0000FFFF0000FFFFL;

    private static final long HALF = 0xFFFFFFFFL;

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
            boolean isCoded = Base64Text.value(value) >= 0;
            kinds[value] = (isCoded ? IS_CODED : 0)
                    | (beginsAnywhere.contains(value) ? BEGINS_ANYWHERE : 0)
                    | (begins.contains(value) ? BEGINS_OUTSIDE_WORDS : 0)
                    | (SIGNS.contains(value) || (isCoded && !WORD.contains(value)) ? IS_SIGN : 0);
        }
    }

    /**
     * Marks a stretch in place of the one marked before; in its last block bytes behind it are marked too.
     *
     * @param bytes readable from one byte before {@code from} to 64 past {@code to}
     */
    void mark(byte[] bytes, int from, int to, ByteMarks into) {
        into.begin(from, to);
        mark(bytes, from, to, into.places(), into.signs(), into.coded());
    }

    /** All places of a stretch, ascending. */
    int[] all(byte[] bytes, int from, int to) {
        ByteMarks marks = new ByteMarks();
        mark(bytes, from, to, marks);
        int[] places = new int[to - from + ByteMarks.ROOM];
        return Arrays.copyOf(places, marks.places(from, to, places));
    }

    /** Four times sixteen bytes' kinds are put together two kinds at a time: first of half a block each, then of all. */
    private void mark(byte[] bytes, int from, int to, long[] places, long[] signs, long[] coded) {
        long before = kinds[bytes[from - 1] & 0xFF];
        long carry = before & ~(before >>> 48) & IS_CODED;
        int block = 0;
        for (int at = from; at < to; at += ByteMarks.BLOCK) {
            long first = SixteenBytes.kinds(kinds, bytes, at);
            long second = SixteenBytes.kinds(kinds, bytes, at + 16);
            long third = SixteenBytes.kinds(kinds, bytes, at + 32);
            long fourth = SixteenBytes.kinds(kinds, bytes, at + 48);
            long earlyCodedAndOutside = (first & LANES) | (second & LANES) << 16;
            long lateCodedAndOutside = (third & LANES) | (fourth & LANES) << 16;
            long earlyAnywhereAndSigns = (first >>> 16 & LANES) | (second >>> 16 & LANES) << 16;
            long lateAnywhereAndSigns = (third >>> 16 & LANES) | (fourth >>> 16 & LANES) << 16;
            long ofBase64 = (earlyCodedAndOutside & HALF) | lateCodedAndOutside << 32;
            long outside = earlyCodedAndOutside >>> 32 | (lateCodedAndOutside & ~HALF);
            long anywhere = (earlyAnywhereAndSigns & HALF) | lateAnywhereAndSigns << 32;
            long signBits = earlyAnywhereAndSigns >>> 32 | (lateAnywhereAndSigns & ~HALF);
            long words = ofBase64 & ~signBits;
            places[block] = anywhere | (outside & ~((words << 1) | carry));
            signs[block] = signBits & ~ofBase64;
            coded[block] = ofBase64;
            carry = words >>> 63;
            block++;
        }
    }
}

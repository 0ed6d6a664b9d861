package dev.assay.detect;

import dev.assay.detect.text.AsciiBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells of most words that they are none of a set: a table by the hash of a word's first eight bytes, or of all of a shorter
 * one, letters folded. Lets through what hashes alike, what only begins like a long word, and every word that is not ASCII in
 * its first eight bytes; never leaves a word out. Grows while words are added; then read-only by agreement.
 */
final class WordBeginnings {
    private static final int BITS = 16;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long FOLDS = 0x2020202020202020L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** By hash, 1 if a word begins so. */
    private final byte[] table = new byte[1 << BITS];

    /** Adds a word of ASCII letters and digits, or one of other letters, which need no entry. */
    void add(byte[] text, int from, int to) {
        long beginning = 0;
        for (int i = 0; i < Math.min(Long.BYTES, to - from); i++) {
            if (text[from + i] < 0) {
                return;
            }
            beginning |= (text[from + i] | 0x20L) << (8 * i);
        }
        table[hash(beginning)] = 1;
    }

    private static int hash(long beginning) {
        return (int) ((beginning * FACTOR) >>> (Long.SIZE - BITS));
    }

    /**
     * Keeps those of some places where a word of the set may begin; each word goes on as far as letters and digits do.
     *
     * @param bytes readable eight bytes past each place
     * @param into takes those that are kept and has room for all and one more; may be {@code places}
     * @return how many were kept
     */
    int keep(byte[] bytes, int[] places, int size, int[] into) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            int at = places[i];
            into[count] = at;
            long eight = (long) LONGS.get(bytes, at);
            count += lookUp(table, eight, AsciiBytes.lettersOrDigits(eight)) & 1;
        }
        return count;
    }

    /** Two sets in one table: 1 if a word of the one begins so, and 2 if one of the other. */
    static byte[] joined(WordBeginnings one, WordBeginnings other) {
        byte[] joined = new byte[1 << BITS];
        for (int hash = 0; hash < joined.length; hash++) {
            joined[hash] = (byte) (one.table[hash] | other.table[hash] << 1);
        }
        return joined;
    }

    /**
     * What the table says of a word that may begin with eight bytes; all bits if it does not end as an ASCII word does.
     *
     * @param table as {@link #joined} tells
     * @param lettersOrDigits the high bit of each byte that is one
     */
    static int lookUp(byte[] table, long eight, long lettersOrDigits) {
        long ends = ~lettersOrDigits & HIGHS;
        long end = ends & -ends;
        long one = end >>> 7;
        long word = (eight | FOLDS) & (one - 1);
        // One more makes a separator of cells a byte without a high bit, and none of the letters' bytes.
        long beyondAscii = (eight + one) & end;
        return table[hash(word)] | (int) ((beyondAscii | -beyondAscii) >> 63);
    }

    /**
     * Where the ASCII letters and digits from a place on end.
     *
     * @param bytes any array; where it ends, they end
     * @param to the place not to look beyond
     */
    static int asciiEnd(byte[] bytes, int start, int to) {
        int at = start;
        while (at < to && at + Long.BYTES <= bytes.length) {
            long ends = noLetterOrDigit((long) LONGS.get(bytes, at));
            if (ends != 0) {
                return Math.min(to, at + (Long.numberOfTrailingZeros(ends) >>> 3));
            }
            at += Long.BYTES;
        }
        while (at < to && Words.isAsciiWordByte(bytes[at])) {
            at++;
        }
        return Math.min(at, to);
    }

    /** The high bit of each byte that is no ASCII letter or digit. */
    private static long noLetterOrDigit(long eight) {
        return ~AsciiBytes.lettersOrDigits(eight) & HIGHS;
    }
}

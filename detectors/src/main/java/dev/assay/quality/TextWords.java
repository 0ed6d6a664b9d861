package dev.assay.quality;

import dev.assay.detect.text.AsciiBytes;
import dev.assay.detect.text.EightBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Cuts a cell's text into words and hands out their hashes, a block at a time, so that a text of any length takes the same
 * memory. A word is a run of letters and digits, ASCII letters as lower-case ones; past ASCII every character counts as a
 * letter, upper and lower case apart. In scripts that write no spaces, U+3000 to U+9FFF and Thai, each character is a word.
 * One thread.
 */
final class TextWords {
    /** The most words two blocks share. */
    static final int MOST_SHARED = 12;

    private static final int BLOCK = 4096;
    private static final long HIGHEST = 0x8080808080808080L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Bytes that are part of a word. */
    private static final boolean[] LETTER = new boolean[256];

    static {
        for (int b = 0; b < LETTER.length; b++) {
            boolean ascii = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
            LETTER[b] = b >= 0x80 || ascii;
        }
    }

    private long[] hashes = new long[0];
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int size;
    /** Where a word began that has not ended; negative if there is none. */
    private int open = -1;

    void begin(byte[] text, int textStart, int textEnd) {
        if (hashes.length == 0) {
            hashes = new long[BLOCK];
        }
        bytes = text;
        at = textStart;
        end = textEnd;
        size = 0;
        open = -1;
    }

    /** The words' hashes; of the first {@link #next} of them. */
    long[] hashes() {
        return hashes;
    }

    /**
     * Goes on to the next block.
     *
     * @param shared how many of the last words the block begins with again, at most {@value #MOST_SHARED}
     * @return how many words the block has, those included; no more than those at the end of the text
     */
    int next(int shared) {
        int kept = Math.min(shared, size);
        System.arraycopy(hashes, size - kept, hashes, 0, kept);
        size = kept;
        while (at < end && size <= BLOCK - Long.SIZE) {
            if (at + Long.SIZE <= bytes.length) {
                stretch();
            } else {
                oneByOne(end);
            }
        }
        if (at >= end) {
            close(end);
        }
        return size;
    }

    /** Sixty-four bytes, of which a bit each says whether it is part of a word; words begin and end where it changes. */
    private void stretch() {
        byte[] text = bytes;
        int from = at;
        long letters = 0;
        long all = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            long piece = (long) LONGS.get(text, from + i * Long.BYTES);
            all |= piece;
            letters |= gathered(AsciiBytes.lettersDigitsOrBeyond(piece) & HIGHEST) << (i * Long.BYTES);
        }
        int stop = Math.min(end, from + Long.SIZE);
        long inText = -1L >>> (Long.SIZE - (stop - from));
        if ((all & HIGHEST) != 0 && (mayStandAlone(from) & inText) != 0) {
            oneByOne(stop);
            return;
        }
        long changes = letters ^ (letters << 1 | (open >= 0 ? 1 : 0));
        changes &= inText;
        long[] into = hashes;
        int words = size;
        int begun = open >= 0 ? open : from + Long.numberOfTrailingZeros(changes);
        changes = open >= 0 ? changes : changes & (changes - 1);
        while (changes != 0) {
            into[words++] = hash(text, begun, from + Long.numberOfTrailingZeros(changes));
            changes &= changes - 1;
            begun = changes == 0 ? -1 : from + Long.numberOfTrailingZeros(changes);
            changes &= changes - 1;
        }
        open = begun < stop ? begun : -1;
        size = words;
        at = stop;
    }

    /** A bit for each of sixty-four bytes that begins a long character. What follows a cell in its batch looks like one too. */
    private long mayStandAlone(int from) {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            long piece = (long) LONGS.get(bytes, from + i * Long.BYTES);
            bits |= gathered(piece & (piece << 1) & (piece << 2) & HIGHEST) << (i * Long.BYTES);
        }
        return bits;
    }

    private void oneByOne(int stop) {
        while (at < stop && size < BLOCK - 1) {
            int b = bytes[at] & 0xFF;
            if (!LETTER[b]) {
                close(at);
                at++;
            } else if (standsAlone(b)) {
                close(at);
                int next = Math.min(end, at + 3);
                hashes[size++] = spread(EightBytes.of(bytes, at, next - at));
                at = next;
            } else {
                open = open >= 0 ? open : at;
                at++;
            }
        }
    }

    /** Ends a word that has begun. */
    private void close(int to) {
        if (open >= 0) {
            hashes[size++] = hash(bytes, open, to);
            open = -1;
        }
    }

    /** The highest bits of eight bytes side by side, that of the first byte lowest. */
    private static long gathered(long highest) {
        return ((highest >>> 7) * 0x0102040810204080L) >>> 56;
    }

    /** The hash of a word, eight bytes at a time; most words are one piece. Runs of words are mixed further. */
    private static long hash(byte[] text, int from, int to) {
        long hash = 0;
        int place = from;
        for (; to - place > Long.BYTES; place += Long.BYTES) {
            hash = spread(hash ^ lowerCase((long) LONGS.get(text, place)));
        }
        return spread(hash ^ lowerCase(EightBytes.of(text, place, to - place)));
    }

    private static long spread(long piece) {
        long product = piece * SPREAD;
        return product ^ (product >>> 32);
    }

    /** Eight bytes with the bit of small letters set in those of ASCII; digits have it anyway, and nothing else is in a word. */
    private static long lowerCase(long piece) {
        return piece | ((~piece & HIGHEST) >>> 2);
    }

    /** Whether a character of a script without spaces begins here: U+3000–U+9FFF or U+0E00–U+0E7F, three bytes each. */
    private boolean standsAlone(int first) {
        if (first >= 0xE3 && first <= 0xE9) {
            return true;
        }
        return first == 0xE0 && at + 1 < end && (bytes[at + 1] & 0xFC) == 0xB8;
    }
}

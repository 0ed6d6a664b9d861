package dev.assay.quality;

import dev.assay.summary.ValueHash;
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

    void begin(byte[] text, int textStart, int textEnd) {
        if (hashes.length == 0) {
            hashes = new long[BLOCK];
        }
        bytes = text;
        at = textStart;
        end = textEnd;
        size = 0;
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
        while (at < end && size < BLOCK) {
            int first = bytes[at] & 0xFF;
            if (!LETTER[first]) {
                at++;
            } else if (standsAlone(first)) {
                int next = Math.min(end, at + 3);
                hashes[size++] = ValueHash.of(bytes, at, next);
                at = next;
            } else {
                hashes[size++] = word();
            }
        }
        return size;
    }

    private long word() {
        int from = at;
        at++;
        while (at < end) {
            int b = bytes[at] & 0xFF;
            if (!LETTER[b] || (b >= 0xE0 && standsAlone(b))) {
                break;
            }
            at++;
        }
        return hash(from, at);
    }

    /** The hash of a word, eight bytes at a time. */
    private long hash(int from, int to) {
        long hash = (long) to - from;
        int place = from;
        for (; place + Long.BYTES < to; place += Long.BYTES) {
            hash = ValueHash.with(hash, lowerCase((long) LONGS.get(bytes, place)));
        }
        return ValueHash.with(hash, lowerCase(last(place, to)));
    }

    /** At most eight bytes up to {@code to}, none after them; most words are one such piece. */
    private long last(int place, int to) {
        if (place + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, place) & (-1L >>> (Long.SIZE - Byte.SIZE * (to - place)));
        }
        long piece = 0;
        for (int i = to - 1; i >= place; i--) {
            piece = (piece << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        return piece;
    }

    /** Eight bytes with the bit of lower case set in those that are an ASCII capital, found side by side in all of them. */
    private static long lowerCase(long piece) {
        long low = piece & 0x7F7F7F7F7F7F7F7FL;
        long fromA = low + 0x3F3F3F3F3F3F3F3FL;
        long pastZ = low + 0x2525252525252525L;
        long capitals = ~piece & (fromA ^ pastZ) & 0x8080808080808080L;
        return piece | (capitals >>> 2);
    }

    /** Whether a character of a script without spaces begins here: U+3000–U+9FFF or U+0E00–U+0E7F, three bytes each. */
    private boolean standsAlone(int first) {
        if (first >= 0xE3 && first <= 0xE9) {
            return true;
        }
        return first == 0xE0 && at + 1 < end && (bytes[at + 1] & 0xFC) == 0xB8;
    }
}

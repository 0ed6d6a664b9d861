package dev.assay.quality;

import dev.assay.summary.ValueHash;

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
    private static final long SEED = 0xCBF29CE484222325L;
    private static final long MULTIPLIER = 0x100000001B3L;
    /** The byte as it enters the hash; 0 where it ends a word. */
    private static final byte[] LETTER = new byte[256];

    static {
        for (int b = 0; b < LETTER.length; b++) {
            boolean upper = b >= 'A' && b <= 'Z';
            boolean letter = b >= 0x80 || upper || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
            LETTER[b] = (byte) (letter ? (upper ? b | 0x20 : b) : 0);
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
            if (LETTER[first] == 0) {
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
        long hash = SEED;
        int from = at;
        while (at < end) {
            int b = bytes[at] & 0xFF;
            if (LETTER[b] == 0 || (b >= 0xE0 && at > from && standsAlone(b))) {
                break;
            }
            hash = (hash ^ LETTER[b]) * MULTIPLIER;
            at++;
        }
        return hash;
    }

    /** Whether a character of a script without spaces begins here: U+3000–U+9FFF or U+0E00–U+0E7F, three bytes each. */
    private boolean standsAlone(int first) {
        if (first >= 0xE3 && first <= 0xE9) {
            return true;
        }
        return first == 0xE0 && at + 1 < end && (bytes[at + 1] & 0xFC) == 0xB8;
    }
}

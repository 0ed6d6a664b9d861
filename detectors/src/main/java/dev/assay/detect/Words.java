package dev.assay.detect;

import java.util.Arrays;

/**
 * Words of a text as hashes. A word is a run of letters and digits, so that {@code api_key}, {@code api-key} and
 * {@code api key} are the same two words. Scripts that write no spaces between words, and Hangul, whose words carry their
 * particles with them, have no such runs: each of their characters is a word, and what such languages call a word is a phrase.
 * Case does not count: ASCII letters and the two-byte letters of UTF-8 (Latin, Greek, Cyrillic, Armenian) are folded. Bytes that
 * are no UTF-8 count as letters.
 */
final class Words {
    /** What parts words: blanks, punctuation, symbols. */
    static final int SEPARATOR = 0;

    /** What makes a word with its neighbours. */
    static final int LETTER = 1;

    /** What is a word by itself. */
    static final int ALONE = 2;

    /** Blocks of Unicode 15.1, as first and last code point. What is in none of these is a letter. */
    private static final int[][] SEPARATORS = {
        {0x00, 0x2F},
        {0x3A, 0x40},
        {0x5B, 0x60},
        {0x7B, 0xA9},
        {0xAB, 0xB4},
        {0xB6, 0xB9},
        {0xBB, 0xBF},
        {0xD7, 0xD7},
        {0xF7, 0xF7},
        {0x2000, 0x2BFF},
        {0x2E00, 0x2E7F},
        {0x3000, 0x3004},
        {0x3008, 0x303F},
        {0x30FB, 0x30FB},
        {0xFE30, 0xFE6F},
        {0xFEFF, 0xFEFF},
        {0xFF00, 0xFF0F},
        {0xFF1A, 0xFF20},
        {0xFF3B, 0xFF40},
        {0xFF5B, 0xFF65},
        {0xFFE0, 0xFFEF}
    };

    /** Thai, Lao, Myanmar, Khmer, radicals, kana, Han, Hangul. */
    private static final int[][] WORDS_BY_THEMSELVES = {
        {0x0E00, 0x0EFF},
        {0x1000, 0x109F},
        {0x1100, 0x11FF},
        {0x1780, 0x17FF},
        {0x2E80, 0x2FFF},
        {0x3005, 0x3007},
        {0x3040, 0x30FA},
        {0x30FC, 0x9FFF},
        {0xAC00, 0xD7FF},
        {0xF900, 0xFAFF},
        {0xFF66, 0xFFDF}
    };

    private static final byte[] KINDS = kinds();
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int FIRST_TWO_BYTE = 0x80;
    private static final int LAST_TWO_BYTE = 0x7FF;
    private static final char[] LOWER = lowerCase();

    private Words() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];
        Arrays.fill(kinds, (byte) LETTER);
        for (int[] block : SEPARATORS) {
            Arrays.fill(kinds, block[0], block[1] + 1, (byte) SEPARATOR);
        }
        for (int[] block : WORDS_BY_THEMSELVES) {
            Arrays.fill(kinds, block[0], block[1] + 1, (byte) ALONE);
        }
        return kinds;
    }

    private static char[] lowerCase() {
        char[] lower = new char[LAST_TWO_BYTE + 1];
        for (int codePoint = 0; codePoint <= LAST_TWO_BYTE; codePoint++) {
            int folded = Character.toLowerCase(codePoint);
            boolean sameLength = folded <= LAST_TWO_BYTE && folded >= FIRST_TWO_BYTE == codePoint >= FIRST_TWO_BYTE;
            lower[codePoint] = (char) (sameLength ? folded : codePoint);
        }
        return lower;
    }

    /** {@link #SEPARATOR}, {@link #LETTER} or {@link #ALONE}. */
    static int kind(int codePoint) {
        if (codePoint < KINDS.length) {
            return KINDS[codePoint];
        }
        // Pictures, and the further planes of Han.
        if (codePoint >= 0x1F000 && codePoint <= 0x1FFFF) {
            return SEPARATOR;
        }
        return codePoint >= 0x20000 && codePoint <= 0x33FFF ? ALONE : LETTER;
    }

    /** The kind of the character that begins at a place. Characters lie whole in the array. */
    static int kindAt(byte[] bytes, int at) {
        byte value = bytes[at];
        if (value >= 0) {
            return KINDS[value];
        }
        if (value == CellBatch.SEPARATOR) {
            return SEPARATOR;
        }
        int length = lengthAt(bytes, at);
        return length == 1 ? LETTER : kind(decoded(bytes, at, length));
    }

    /** The kind of the character that ends before a place, which lies behind the begin of the text. */
    private static int kindBefore(byte[] bytes, int from, int at) {
        return kindAt(bytes, characterBefore(bytes, from, at));
    }

    private static int characterBefore(byte[] bytes, int from, int at) {
        int lead = at - 1;
        while (lead > from && lead > at - 4 && isContinuation(bytes[lead])) {
            lead--;
        }
        // No character ends here, or another one: the byte stands for itself.
        return lead + lengthAt(bytes, lead) == at ? lead : at - 1;
    }

    /** Whether a place lies inside a word: inside a character, or between two that make one word. */
    static boolean isInside(byte[] bytes, int from, int to, int at) {
        if (at <= from || at >= to) {
            return false;
        }
        return isInsideCharacter(bytes, from, at)
                || (kindAt(bytes, at) == LETTER && kindBefore(bytes, from, at) == LETTER);
    }

    private static boolean isInsideCharacter(byte[] bytes, int from, int at) {
        if (!isContinuation(bytes[at])) {
            return false;
        }
        int lead = at - 1;
        while (lead > from && lead > at - 3 && isContinuation(bytes[lead])) {
            lead--;
        }
        return lead + lengthAt(bytes, lead) > at;
    }

    /** Where the characters in front of a place that make one word with each other begin; the place itself if there are none. */
    static int lettersBefore(byte[] bytes, int from, int at) {
        int start = at;
        while (start > from && kindBefore(bytes, from, start) == LETTER) {
            start = characterBefore(bytes, from, start);
        }
        return start;
    }

    /** The first place from which on a word begins, or the end of the stretch. */
    static int start(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && kindAt(bytes, at) == SEPARATOR) {
            at += lengthAt(bytes, at);
        }
        return Math.min(at, to);
    }

    /** One past the last byte of the word that begins at a place, or the end of the stretch where that comes first. */
    static int end(byte[] bytes, int start, int to) {
        int ascii = WordBeginnings.asciiEnd(bytes, start, to);
        if (ascii == to || (ascii > start && bytes[ascii] >= 0)) {
            return ascii;
        }
        int kind = kindAt(bytes, start);
        int at = ascii;
        while (at == start || (kind == LETTER && at < to && kindAt(bytes, at) == LETTER)) {
            at += lengthAt(bytes, at);
        }
        return Math.min(at, to);
    }

    /** Bytes of the character at a place; 1 where none is well-formed (RFC 3629). */
    private static int lengthAt(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 1;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        for (int i = 1; i < length; i++) {
            if (at + i >= bytes.length || !isContinuation(bytes[at + i])) {
                return 1;
            }
        }
        int codePoint = decoded(bytes, at, length);
        boolean shortest = length == 2 || codePoint >= (length == 3 ? 0x800 : 0x10000);
        boolean exists = codePoint <= Character.MAX_CODE_POINT && (codePoint < 0xD800 || codePoint > 0xDFFF);
        return shortest && exists ? length : 1;
    }

    private static int decoded(byte[] bytes, int at, int length) {
        int codePoint = bytes[at] & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            codePoint = codePoint << 6 | (bytes[at + i] & 0x3F);
        }
        return codePoint;
    }

    private static boolean isContinuation(byte value) {
        return value < (byte) 0xC0;
    }

    /** Whether a byte may belong to a word: an ASCII letter or digit, or any byte of another character. */
    static boolean mayBeOfWord(byte value) {
        return (value < 0 && value != CellBatch.SEPARATOR) || isAsciiWordByte(value);
    }

    /** Whether the two bytes before a place are one character. */
    static boolean endsInTwoByteLetter(byte[] bytes, int end) {
        return bytes[end - 1] < (byte) 0xC0 && bytes[end - 2] >= (byte) 0xC2 && bytes[end - 2] <= (byte) 0xDF;
    }

    /** Whether a word of ASCII letters and digits ends before a byte which is none of these. */
    static boolean endsAscii(byte next) {
        return next >= 0 || next == CellBatch.SEPARATOR;
    }

    static boolean isAsciiWordByte(byte value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || (value >= '0' && value <= '9');
    }

    /** The code point that stands for one when words are compared: its lower case where that is of the same length. */
    static int folded(int codePoint) {
        return codePoint <= LAST_TWO_BYTE ? LOWER[codePoint] : codePoint;
    }

    /** The hash of one word; never 0. */
    static long hash(byte[] bytes, int start, int end) {
        long hash = SEED;
        for (int i = start; i < end; i++) {
            int value = bytes[i] & 0xFF;
            if (value < 0x80) {
                hash = (hash ^ LOWER[value]) * PRIME;
            } else if (value >= 0xC2 && value <= 0xDF && i + 1 < end) {
                i++;
                hash = (hash ^ LOWER[(value & 0x1F) << 6 | (bytes[i] & 0x3F)]) * PRIME;
            } else {
                hash = (hash ^ value) * PRIME;
            }
        }
        return finish(hash);
    }

    /** The hash of a phrase from that of its words so far, 0 if there are none, and the next word's. */
    static long joined(long phrase, long word) {
        return phrase == 0 ? word : join(phrase, word);
    }

    /** The same where there is a word. */
    static long join(long phrase, long word) {
        return finish(phrase * 31 + word);
    }

    private static long finish(long hash) {
        long mixed = hash ^ (hash >>> 32);
        mixed *= 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
        return mixed == 0 ? 1 : mixed;
    }
}

package dev.assay.detect;

/**
 * Words of a text as hashes. A word is a run of ASCII letters and digits and of bytes of non-ASCII characters, so that
 * {@code api_key}, {@code api-key} and {@code api key} are the same two words. Case does not count: ASCII letters and the
 * two-byte letters of UTF-8 (Latin, Greek, Cyrillic, Armenian) are folded.
 */
final class Words {
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int FIRST_TWO_BYTE = 0x80;
    private static final int LAST_TWO_BYTE = 0x7FF;
    private static final char[] LOWER = lowerCase();

    private Words() {}

    private static char[] lowerCase() {
        char[] lower = new char[LAST_TWO_BYTE + 1];
        for (int codePoint = 0; codePoint <= LAST_TWO_BYTE; codePoint++) {
            int folded = Character.toLowerCase(codePoint);
            boolean sameLength = folded <= LAST_TWO_BYTE && folded >= FIRST_TWO_BYTE == codePoint >= FIRST_TWO_BYTE;
            lower[codePoint] = (char) (sameLength ? folded : codePoint);
        }
        return lower;
    }

    static boolean isWordByte(byte value) {
        return (value < 0 && value != CellBatch.SEPARATOR) || isAsciiWordByte(value);
    }

    /** Whether the two bytes before a place are one character. */
    static boolean endsInTwoByteLetter(byte[] bytes, int end) {
        return bytes[end - 1] < (byte) 0xC0 && bytes[end - 2] >= (byte) 0xC2 && bytes[end - 2] <= (byte) 0xDF;
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

    /** The hash of a phrase from that of its words so far and the next word's. */
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

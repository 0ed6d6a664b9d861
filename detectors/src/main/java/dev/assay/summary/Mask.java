package dev.assay.summary;

/**
 * Shows the shape of a text without the text: a letter becomes {@code x} or {@code X}, a digit {@code 9}, everything else
 * that is ASCII and printable stays, and any other code point becomes {@code x}. At most {@value #MAX_LENGTH} characters.
 */
final class Mask {
    static final int MAX_LENGTH = 64;

    private Mask() {}

    /** Masks a stretch of UTF-8; a byte that is not valid UTF-8 becomes {@code ?}. */
    static String of(byte[] bytes, int start, int end) {
        StringBuilder out = new StringBuilder(Math.min(end - start, MAX_LENGTH));
        for (int at = start; at < end; at++) {
            int unsigned = bytes[at] & 0xFF;
            boolean continuation = (unsigned & 0xC0) == 0x80;
            if (continuation) {
                continue;
            }
            if (out.length() == MAX_LENGTH - 1) {
                return out.append('…').toString();
            }
            out.append(masked(unsigned));
        }
        return out.toString();
    }

    private static char masked(int unsigned) {
        if (unsigned >= '0' && unsigned <= '9') {
            return '9';
        }
        if (unsigned >= 'a' && unsigned <= 'z') {
            return 'x';
        }
        if (unsigned >= 'A' && unsigned <= 'Z') {
            return 'X';
        }
        if (unsigned >= 0xF8) {
            return '?';
        }
        if (unsigned >= 0x80) {
            return 'x';
        }
        return unsigned < ' ' || unsigned == 0x7F ? ' ' : (char) unsigned;
    }
}

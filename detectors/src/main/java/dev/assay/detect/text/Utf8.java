package dev.assay.detect.text;

/** Characters as bytes (RFC 3629). */
final class Utf8 {
    private Utf8() {}

    /** The code point of two to four bytes that begins here; −1 if they are no character. */
    static int codePoint(byte[] text, int at) {
        int lead = text[at] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return -1;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int value = lead & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            if ((text[at + i] & 0xC0) != 0x80) {
                return -1;
            }
            value = value << 6 | (text[at + i] & 0x3F);
        }
        return length(value) == length && (value < 0xD800 || value > 0xDFFF) ? value : -1;
    }

    /** Bytes of a code point; 5 if it is too large to be one. */
    static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : codePoint <= Character.MAX_CODE_POINT ? 4 : 5;
    }

    /** Writes a code point; returns how many bytes it takes. */
    static int put(int codePoint, byte[] into) {
        int length = length(codePoint);
        if (length == 1) {
            into[0] = (byte) codePoint;
            return 1;
        }
        int rest = codePoint;
        for (int i = length - 1; i > 0; i--) {
            into[i] = (byte) (0x80 | (rest & 0x3F));
            rest >>= 6;
        }
        into[0] = (byte) (0xF00 >> length | rest);
        return length;
    }

    /** Whether a full-width digit, U+FF10 to U+FF19, stands here. */
    static boolean isFullWidthDigit(byte[] text, int at) {
        return text[at] == (byte) 0xEF
                && text[at + 1] == (byte) 0xBC
                && (text[at + 2] & 0xFF) >= 0x90
                && (text[at + 2] & 0xFF) <= 0x99;
    }
}

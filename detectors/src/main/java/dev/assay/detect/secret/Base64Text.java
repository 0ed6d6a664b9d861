package dev.assay.detect.secret;

/**
 * Base64 text (RFC 4648, both alphabets) read in place: any decoded byte can be asked for without decoding the rest and
 * without memory.
 *
 * <pre>
 *  characters   a        b        c        d
 *  bits         aaaaaabb bbbbcccc ccdddddd
 *  bytes        0        1        2
 * </pre>
 */
final class Base64Text {
    private static final byte[] VALUES = values();

    private Base64Text() {}

    private static byte[] values() {
        byte[] values = new byte[256];
        for (int i = 0; i < 256; i++) {
            values[i] = -1;
        }
        String standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            values[standard.charAt(i)] = (byte) i;
        }
        values['-'] = 62;
        values['_'] = 63;
        return values;
    }

    /** 0–63, or −1 if the byte is not of either alphabet. */
    static int value(int b) {
        return VALUES[b & 0xFF];
    }

    /** How many bytes a stretch of base64 characters, without its padding, decodes to. */
    static int decodedLength(int characters) {
        return (int) (characters * 6L / 8);
    }

    /** One decoded byte, 0–255. The characters must all be of the alphabet. */
    static int byteAt(byte[] text, int start, int index) {
        int at = start + index / 3 * 4;
        return switch (index % 3) {
            case 0 -> (value(text[at]) << 2 | value(text[at + 1]) >> 4) & 0xFF;
            case 1 -> (value(text[at + 1]) << 4 | value(text[at + 2]) >> 2) & 0xFF;
            default -> (value(text[at + 2]) << 6 | value(text[at + 3])) & 0xFF;
        };
    }

    /** Where in the decoded bytes this text stands first, or −1. */
    static int indexOf(byte[] text, int start, int end, String wanted) {
        int length = decodedLength(end - start);
        for (int at = 0; at <= length - wanted.length(); at++) {
            int same = 0;
            while (same < wanted.length() && byteAt(text, start, at + same) == wanted.charAt(same)) {
                same++;
            }
            if (same == wanted.length()) {
                return at;
            }
        }
        return -1;
    }

    /** End of the base64 characters that start here, padding not included. */
    static int runEnd(byte[] text, int start, int limit) {
        int end = start;
        while (end < limit && value(text[end]) >= 0) {
            end++;
        }
        return end;
    }
}

package dev.assay.detect.text;

/** Escapes of URLs (RFC 3986 §2.1) and of strings in JSON and its kin (RFC 8259 §7). */
final class Escapes {
    private static final int UNIT_LENGTH = 6;

    private Escapes() {}

    /** The byte that {@code %XX} stands for, or −1; controls other than line ends and tabs are none. */
    static int percent(byte[] text, int at) {
        int value = hexadecimal(text, at + 1, 2);
        return isControl(value) || value == 0x7F ? -1 : value;
    }

    /** Length of the backslash escape that begins here; 0 if there is none that makes text. */
    static int length(byte[] text, int at) {
        return switch (text[at + 1]) {
            case '"', '\'', '/', '\\', 'n', 'r', 't' -> 2;
            case 'x' -> isText(hexadecimal(text, at + 2, 2)) ? 4 : 0;
            case 'u' -> {
                int value = hexadecimal(text, at + 2, 4);
                if (isHighSurrogate(value)) {
                    yield isLowSurrogate(text, at + UNIT_LENGTH) ? 2 * UNIT_LENGTH : 0;
                }
                yield isText(value) ? UNIT_LENGTH : 0;
            }
            default -> 0;
        };
    }

    /** The code point that an escape of a length stands for. */
    static int character(byte[] text, int at, int length) {
        if (length == 2) {
            return switch (text[at + 1]) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                default -> text[at + 1];
            };
        }
        if (length == 4) {
            return hexadecimal(text, at + 2, 2);
        }
        int value = hexadecimal(text, at + 2, 4);
        return length == UNIT_LENGTH
                ? value
                : Character.toCodePoint((char) value, (char) hexadecimal(text, at + UNIT_LENGTH + 2, 4));
    }

    private static boolean isHighSurrogate(int value) {
        return value >= 0xD800 && value <= 0xDBFF;
    }

    private static boolean isLowSurrogate(byte[] text, int at) {
        if (text[at] != '\\' || text[at + 1] != 'u') {
            return false;
        }
        int value = hexadecimal(text, at + 2, 4);
        return value >= 0xDC00 && value <= 0xDFFF;
    }

    /** A number of hexadecimal digits; −1 if one of the bytes is none. */
    private static int hexadecimal(byte[] text, int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static boolean isControl(int value) {
        return value < 0x20 && value != '\n' && value != '\r' && value != '\t';
    }

    /** Whether a number is a character that may stand in a text: no control, no surrogate. */
    static boolean isText(int codePoint) {
        return !isControl(codePoint)
                && codePoint != 0x7F
                && codePoint <= Character.MAX_CODE_POINT
                && (codePoint < 0xD800 || codePoint > 0xDFFF);
    }
}

package dev.assay.detect.pii;

/** Characters of a compact number. */
final class Chars {
    private Chars() {}

    /** The digit at an index; anything that is no digit gives a value outside 0–9. */
    static int digit(byte[] text, int index) {
        return text[index] - '0';
    }

    static boolean isDigit(byte[] text, int index) {
        return text[index] >= '0' && text[index] <= '9';
    }

    static boolean isLetter(byte[] text, int index) {
        return text[index] >= 'A' && text[index] <= 'Z';
    }

    /** 0–9 for digits, 10–35 for letters, −1 for anything else. */
    static int value(byte character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        return character >= 'A' && character <= 'Z' ? character - 'A' + 10 : -1;
    }

    static boolean digits(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text, i)) {
                return false;
            }
        }
        return end > start;
    }

    /** True for exactly this many digits. */
    static boolean digits(byte[] text, int start, int end, int length) {
        return end - start == length && digits(text, start, end);
    }

    static boolean alphanumeric(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (value(text[i]) < 0) {
                return false;
            }
        }
        return end > start;
    }

    /** The number that up to 18 digits write. */
    static long number(byte[] text, int start, int end) {
        long number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + digit(text, i);
        }
        return number;
    }

    /** {@link #number} of up to nine digits. */
    static int small(byte[] text, int start, int end) {
        return (int) number(text, start, end);
    }

    static boolean starts(byte[] text, int start, int end, String prefix) {
        if (end - start < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (text[start + i] != (byte) prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean in(byte[] text, int index, String alphabet) {
        return alphabet.indexOf(text[index] & 0xFF) >= 0;
    }

    /** One and the same character throughout. */
    static boolean repeated(byte[] text, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (text[i] != text[start]) {
                return false;
            }
        }
        return end > start;
    }

    /** Compares with a mask of the same length: {@code 9} a digit, {@code A} a letter, {@code *} either; others stand for themselves. */
    static boolean matches(byte[] text, int start, int end, String mask) {
        if (end - start != mask.length()) {
            return false;
        }
        for (int i = 0; i < mask.length(); i++) {
            byte character = text[start + i];
            boolean fits = switch (mask.charAt(i)) {
                case '9' -> character >= '0' && character <= '9';
                case 'A' -> character >= 'A' && character <= 'Z';
                case '*' -> value(character) >= 0;
                default -> character == (byte) mask.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** A rule that a mask alone makes, see {@link #matches}. */
    static Rule mask(String... masks) {
        return (text, start, end) -> {
            for (String mask : masks) {
                if (matches(text, start, end, mask)) {
                    return true;
                }
            }
            return false;
        };
    }
}

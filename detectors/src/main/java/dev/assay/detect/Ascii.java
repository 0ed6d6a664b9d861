package dev.assay.detect;

/** Comparisons of bytes with ASCII text, without strings. */
final class Ascii {
    private Ascii() {}

    static int lower(byte value) {
        return value >= 'A' && value <= 'Z' ? value + 32 : value;
    }

    /** Whether a stretch is this text, given in lower case; case does not count. */
    static boolean equalsAnyCase(byte[] bytes, int start, int end, String lower) {
        return end - start == lower.length() && endsWithAnyCase(bytes, start, end, lower);
    }

    /** Whether a stretch ends with this text, given in lower case; case does not count. */
    static boolean endsWithAnyCase(byte[] bytes, int start, int end, String lower) {
        int from = end - lower.length();
        if (from < start) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if (lower(bytes[from + i]) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The value of a hexadecimal digit; −1 if it is none. */
    static int hex(byte value) {
        int lower = lower(value);
        if (lower >= '0' && lower <= '9') {
            return lower - '0';
        }
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}

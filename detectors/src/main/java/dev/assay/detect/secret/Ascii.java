package dev.assay.detect.secret;

/** Questions about ASCII text in a byte array, asked without making a String of it. */
final class Ascii {
    /** Stands between the cells of a batch; no valid UTF-8 holds it. */
    private static final byte CELL_END = (byte) 0xFF;

    private Ascii() {}

    static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    static boolean isLetter(int b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    static boolean isUpper(int b) {
        return b >= 'A' && b <= 'Z';
    }

    /** Letter, digit or underscore. */
    static boolean isWord(int b) {
        return isLetter(b) || isDigit(b) || b == '_';
    }

    static int lower(int b) {
        return isUpper(b) ? b | 0x20 : b;
    }

    static boolean startsWith(byte[] bytes, int start, int end, String prefix) {
        return end - start >= prefix.length() && matches(bytes, start, prefix);
    }

    static boolean endsWith(byte[] bytes, int start, int end, String suffix) {
        return end - start >= suffix.length() && matches(bytes, end - suffix.length(), suffix);
    }

    private static boolean matches(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the stretch is this word, in any case. */
    static boolean equalsWord(byte[] bytes, int start, int end, String lowerCaseWord) {
        return end - start == lowerCaseWord.length() && matchesAnyCase(bytes, start, lowerCaseWord);
    }

    /** Whether the stretch holds this word, in any case. */
    static boolean containsWord(byte[] bytes, int start, int end, String lowerCaseWord) {
        int first = lowerCaseWord.charAt(0);
        for (int at = start; at <= end - lowerCaseWord.length(); at++) {
            if (lower(bytes[at]) == first && matchesAnyCase(bytes, at, lowerCaseWord)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesAnyCase(byte[] bytes, int at, String lowerCaseWord) {
        for (int i = 0; i < lowerCaseWord.length(); i++) {
            if (lower(bytes[at + i]) != lowerCaseWord.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the stretch holds this word, in any case and with {@code _}, {@code .} or {@code -} anywhere inside it. */
    static boolean containsSpread(byte[] bytes, int start, int end, String lowerCaseWord) {
        for (int at = start; at < end; at++) {
            int seen = 0;
            for (int i = at; i < end && seen < lowerCaseWord.length(); i++) {
                int b = lower(bytes[i]);
                if (b == lowerCaseWord.charAt(seen)) {
                    seen++;
                } else if (seen == 0 || (b != '_' && b != '.' && b != '-')) {
                    break;
                }
            }
            if (seen == lowerCaseWord.length()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value may end here: at the end of the cell or before a blank, a quote, a bracket or another delimiter. */
    static boolean isValueEnd(byte[] bytes, int end) {
        if (end >= bytes.length || bytes[end] == CELL_END) {
            return true;
        }
        int b = bytes[end];
        return (b >= 0 && b <= ' ') || "\"'`;,()[]{}<>&|\\".indexOf(b) >= 0;
    }

    /** Whether the value that starts here stands behind a quote and does not end before its twin. */
    static boolean isOpenQuote(byte[] bytes, int start, int end) {
        if (start == 0 || (bytes[start - 1] != '"' && bytes[start - 1] != '\'' && bytes[start - 1] != '`')) {
            return false;
        }
        int close = end < bytes.length && bytes[end] == '\\' ? end + 1 : end;
        return close >= bytes.length || bytes[close] != bytes[start - 1];
    }

    /** First byte of the cell that holds {@code at}, but never more than {@code reach} before it. */
    static int cellStart(byte[] bytes, int at, int reach) {
        int from = at;
        int limit = Math.max(0, at - reach);
        while (from > limit && bytes[from - 1] != CELL_END) {
            from--;
        }
        return from;
    }

    /** One past the last byte of the cell that holds {@code at}, but never more than {@code reach} after it. */
    static int cellEnd(byte[] bytes, int at, int reach) {
        int to = at;
        int limit = Math.min(bytes.length, at + reach);
        while (to < limit && bytes[to] != CELL_END) {
            to++;
        }
        return to;
    }
}

package dev.assay.format;

/**
 * Tells a name somebody gave to a field from a value that stands where a name should: object keys and header fields may
 * themselves be personal data, and column paths go into records. A name has at most 64 characters, a letter, no run of
 * six digits, and nothing but letters, digits, {@code _}, {@code -}, {@code .} and space. Every character from U+00C0 on
 * counts as a letter, so that no Java version's Unicode tables decide.
 */
final class FieldNames {
    private static final int MAX_LENGTH = 64;
    private static final int MAX_DIGITS = 5;

    private FieldNames() {}

    /** Whether a key may be part of a column path. */
    static boolean isName(String key) {
        return judge(key, "_-. ");
    }

    /** Whether a CSV field may be a column's name; headers hold more punctuation than keys. */
    static boolean isHeader(String field) {
        return judge(field, "_-. ()[]/%#$&:+'\"?!*<>{}=,;|\\^~`°²³€£§\t\r\n");
    }

    private static boolean judge(String text, String punctuation) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        boolean letter = false;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (++digits > MAX_DIGITS) {
                    return false;
                }
                continue;
            }
            digits = 0;
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0) {
                letter = true;
            } else if (punctuation.indexOf(c) < 0) {
                return false;
            }
        }
        return letter;
    }
}

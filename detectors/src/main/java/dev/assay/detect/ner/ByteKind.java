package dev.assay.detect.ner;

import java.util.Arrays;

/** What one byte of UTF-8 text is to someone who cuts it into tokens. */
final class ByteKind {
    static final byte SPACE = 0;
    /** An end of line. */
    static final byte LINE = 1;
    /** A letter of ASCII. */
    static final byte WORD = 2;

    static final byte DIGIT = 3;
    /** A mark that stands between words, unless {@link TokenRun} says that it joins them. */
    static final byte DELIMITER = 4;
    /** A mark of paths, identifiers and formulas. */
    static final byte GLUE = 5;
    /** Part of a character beyond ASCII. */
    static final byte HIGH = 6;

    private static final byte[] KINDS = kinds();

    private ByteKind() {}

    static byte of(byte b) {
        return KINDS[b & 0xFF];
    }

    /** Whether a byte is a letter, or part of one beyond ASCII. */
    static boolean isLetter(byte b) {
        byte kind = of(b);
        return kind == WORD || kind == HIGH;
    }

    static boolean isSmall(byte b) {
        return b >= 'a' && b <= 'z';
    }

    static boolean isCapital(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, DELIMITER);
        Arrays.fill(kinds, 0, 33, SPACE);
        Arrays.fill(kinds, 128, 256, HIGH);
        kinds['\n'] = LINE;
        kinds['\r'] = LINE;
        Arrays.fill(kinds, 'a', 'z' + 1, WORD);
        Arrays.fill(kinds, 'A', 'Z' + 1, WORD);
        Arrays.fill(kinds, '0', '9' + 1, DIGIT);
        for (char glue : "_\\@#=&%$~^*+/`".toCharArray()) {
            kinds[glue] = GLUE;
        }
        return kinds;
    }
}

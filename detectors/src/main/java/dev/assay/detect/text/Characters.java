package dev.assay.detect.text;

import java.util.Arrays;

/**
 * Characters that stand for an ASCII one or for nothing, and when it is worth reading them so: decimal digits of any script
 * (Unicode 16, general category Nd), full-width and small forms, mathematical letters, odd blanks, dashes and dots, and
 * what is invisible. Superscripts and circled numbers are left alone: they mark footnotes and items, and would lengthen the
 * number before them. Fixed tables, as {@link Character} knows other digits in every Java version.
 */
final class Characters {
    /** The reading of a character that stands for nothing. */
    static final int NOTHING = -1;

    /** When a character is read as another. */
    enum Rule {
        /** Never. */
        STAYS,
        /** Wherever it stands, and it is a reason to read a text so. */
        ALWAYS,
        /** Wherever it stands, but it is no reason. */
        QUIETLY,
        /** Wherever it stands; a reason beside a digit. */
        BLANK,
        /** Wherever it stands; a reason beside a letter, digit or one of {@code @ . _ + -}. */
        INVISIBLE,
        /** Between letters or digits, and a reason there; full-width ones wherever they stand. */
        BETWEEN_WORDS,
        /** The same between digits. */
        BETWEEN_DIGITS
    }

    private static final int LAST_OF_TABLE = 0xFFFF;
    private static final Rule[] RULE_OF = new Rule[LAST_OF_TABLE + 1];
    private static final byte[] READING_OF = new byte[LAST_OF_TABLE + 1];

    /** The zero of each script's ten digits. */
    private static final int[] ZEROS = {
        0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20,
        0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0,
        0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10
    };

    private static final int[] FAR_ZEROS = {
        0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0,
        0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16130, 0x16A60,
        0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0
    };

    private static final int FIRST_MATHEMATICAL = 0x1D400;
    private static final int LAST_MATHEMATICAL_LETTER = 0x1D6A3;
    private static final int FIRST_MATHEMATICAL_DIGIT = 0x1D7CE;
    private static final int LAST_MATHEMATICAL_DIGIT = 0x1D7FF;
    private static final int LAST_FAR_DIGIT = FAR_ZEROS[FAR_ZEROS.length - 1] + 9;
    private static final int FIRST_TAG = 0xE0000;
    private static final int LAST_TAG = 0xE007F;

    /** All characters beyond it stay. */
    static final int LAST = LAST_TAG;

    static {
        Arrays.fill(RULE_OF, Rule.STAYS);
        for (int c = 0xFF01; c <= 0xFF5E; c++) {
            char ascii = (char) (c - 0xFF01 + '!');
            boolean word = isWord(ascii) || ascii == '@';
            set(c, ascii, word ? Rule.ALWAYS : ascii == '.' || ascii == '-' ? Rule.BETWEEN_WORDS : Rule.QUIETLY);
        }
        set(0xFE6B, '@', Rule.ALWAYS);
        set("\uFE50\uFE55\uFE58\uFE5F\uFE62\uFE63\uFE68\uFE6A\uFE59\uFE5A", ",:-#+-\\%()", Rule.QUIETLY);
        all(
                "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000",
                ' ',
                Rule.BLANK);
        all("\u2010\u2011\u2212\u2043", '-', Rule.BETWEEN_WORDS);
        all("\u2012\u2013\u2014\u2015\u30FC\uFF70", '-', Rule.BETWEEN_DIGITS);
        all("\u2024\u3002\uFE52\uFF61", '.', Rule.BETWEEN_WORDS);
        all(
                "\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\u2064\uFEFF",
                '\0',
                Rule.INVISIBLE);
        all("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069", '\0', Rule.INVISIBLE);
        for (char c = '\uFE00'; c <= '\uFE0F'; c++) {
            set(c, '\0', Rule.QUIETLY);
        }
        for (int zero : ZEROS) {
            for (int digit = 0; digit < 10; digit++) {
                set(zero + digit, (char) ('0' + digit), Rule.ALWAYS);
            }
        }
    }

    private Characters() {}

    private static void set(int character, char reading, Rule rule) {
        READING_OF[character] = (byte) reading;
        RULE_OF[character] = rule;
    }

    private static void set(String characters, String readings, Rule rule) {
        for (int i = 0; i < characters.length(); i++) {
            set(characters.charAt(i), readings.charAt(i), rule);
        }
    }

    private static void all(String characters, char reading, Rule rule) {
        for (int i = 0; i < characters.length(); i++) {
            set(characters.charAt(i), reading, rule);
        }
    }

    /** The character behind another; a million that stay are passed over, which a loop at the program's start would feel. */
    static int after(int codePoint) {
        return codePoint == LAST_FAR_DIGIT ? FIRST_TAG : codePoint + 1;
    }

    /** When a character outside ASCII is read as another. */
    static Rule rule(int codePoint) {
        if (codePoint <= LAST_OF_TABLE) {
            return RULE_OF[codePoint];
        }
        if (codePoint >= FIRST_TAG && codePoint <= LAST_TAG) {
            return Rule.INVISIBLE;
        }
        return reading(codePoint) == codePoint ? Rule.STAYS : Rule.ALWAYS;
    }

    /** The ASCII character it is read as, {@link #NOTHING}, or itself if it stays. */
    static int reading(int codePoint) {
        if (codePoint <= LAST_OF_TABLE) {
            int reading = READING_OF[codePoint];
            return RULE_OF[codePoint] == Rule.STAYS ? codePoint : reading == 0 ? NOTHING : reading;
        }
        if (codePoint >= FIRST_MATHEMATICAL && codePoint <= LAST_MATHEMATICAL_LETTER) {
            int letter = (codePoint - FIRST_MATHEMATICAL) % 52;
            return letter < 26 ? 'A' + letter : 'a' + letter - 26;
        }
        if (codePoint >= FIRST_MATHEMATICAL_DIGIT && codePoint <= LAST_MATHEMATICAL_DIGIT) {
            return '0' + (codePoint - FIRST_MATHEMATICAL_DIGIT) % 10;
        }
        if (codePoint >= FIRST_TAG && codePoint <= LAST_TAG) {
            return NOTHING;
        }
        for (int zero : FAR_ZEROS) {
            if (codePoint >= zero && codePoint < zero + 10) {
                return '0' + codePoint - zero;
            }
        }
        return codePoint;
    }

    /** An ASCII letter or digit. */
    static boolean isWord(int b) {
        return isDigit(b) || isLetter(b);
    }

    static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    static boolean isLetter(int b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }
}

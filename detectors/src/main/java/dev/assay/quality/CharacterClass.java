package dev.assay.quality;

import java.util.Locale;

/** Kinds of characters a cell may hold. */
public enum CharacterClass {
    LOWER,
    UPPER,
    DIGIT,
    SPACE,
    PUNCTUATION,
    /** U+0000 to U+001F without tab, line feed and carriage return, and U+007F. */
    CONTROL,
    /** Anything past U+007F. */
    NON_ASCII;

    private static final long HIGHEST = 0x8080808080808080L;
    private static final byte[] OF_BYTE = new byte[256];

    /** What nearly every longer text holds. */
    private static final int PROSE = LOWER.bit() | UPPER.bit() | SPACE.bit() | PUNCTUATION.bit();

    static {
        for (int i = 0; i < OF_BYTE.length; i++) {
            OF_BYTE[i] = (byte) of(i).bit();
        }
    }

    /** The bit of a UTF-8 byte's class. */
    static int bit(byte utf8) {
        return OF_BYTE[utf8 & 0xFF];
    }

    /**
     * The bits of the classes of eight UTF-8 bytes, found side by side: the highest bit of a byte says whether it is of a
     * class. Most are letters, digits, spaces and punctuation, which takes half the steps.
     */
    static int bits(long piece) {
        return (unusual(piece) & HIGHEST) != 0
                ? unusualBits(piece)
                : bits(lower(piece), upper(piece), digits(piece), equal(piece, ' '), others(piece));
    }

    /** The bits of the classes of 32 UTF-8 bytes, eight a number, at the price of one question a class. */
    static int bits(long first, long second, long third, long fourth) {
        return ((unusual(first) | unusual(second) | unusual(third) | unusual(fourth)) & HIGHEST) != 0
                ? unusualBits(first) | unusualBits(second) | unusualBits(third) | unusualBits(fourth)
                : bits(
                        lower(first) | lower(second) | lower(third) | lower(fourth),
                        upper(first) | upper(second) | upper(third) | upper(fourth),
                        digits(first) | digits(second) | digits(third) | digits(fourth),
                        equal(first, ' ') | equal(second, ' ') | equal(third, ' ') | equal(fourth, ' '),
                        others(first) | others(second) | others(third) | others(fourth));
    }

    /** The bits of the classes of which some byte is; the highest bits of bytes count. */
    private static int bits(long lower, long upper, long digits, long spaces, long others) {
        return ((lower & HIGHEST) != 0 ? LOWER.bit() : 0)
                | ((upper & HIGHEST) != 0 ? UPPER.bit() : 0)
                | ((digits & HIGHEST) != 0 ? DIGIT.bit() : 0)
                | ((spaces & HIGHEST) != 0 ? SPACE.bit() : 0)
                | ((others & HIGHEST) != 0 ? PUNCTUATION.bit() : 0);
    }

    /** Some classes and those of eight UTF-8 bytes. */
    static int with(int found, long piece) {
        return (found & PROSE) == PROSE && ((noProse(piece) | newDigits(found, piece)) & HIGHEST) == 0
                ? found
                : found | bits(piece);
    }

    /**
     * Whether 32 UTF-8 bytes, eight a number, are surely all of some classes: most of a text has the classes of its first
     * words and no other. False tells nothing.
     */
    static boolean holdsAll(int found, long first, long second, long third, long fourth) {
        if ((found & PROSE) != PROSE) {
            return false;
        }
        long others = noProse(first) | noProse(second) | noProse(third) | noProse(fourth);
        long digits =
                newDigits(found, first) | newDigits(found, second) | newDigits(found, third) | newDigits(found, fourth);
        return ((others | digits) & HIGHEST) == 0;
    }

    private static long newDigits(int found, long piece) {
        return (found & DIGIT.bit()) == 0 ? digits(piece) : 0;
    }

    /** The highest bit of some byte if one is a control character or past ASCII. */
    private static long unusual(long piece) {
        return piece | ~(piece + 0x6060606060606060L) | (piece + 0x0101010101010101L);
    }

    /** As {@link #unusual}, but for line feeds, which are spaces; bytes past ASCII may hide that one of the others is unusual. */
    private static long noProse(long piece) {
        return piece | (unusual(piece) & ~equal(piece, '\n'));
    }

    /** The highest bit of each letter, if no byte is past ASCII. */
    private static long letters(long piece) {
        long small = piece | 0x2020202020202020L;
        return (small + 0x1F1F1F1F1F1F1F1FL) & ~(small + 0x0505050505050505L);
    }

    private static long lower(long piece) {
        return letters(piece) & (piece << 2);
    }

    private static long upper(long piece) {
        return letters(piece) & ~(piece << 2);
    }

    private static long others(long piece) {
        return ~(letters(piece) | digits(piece) | equal(piece, ' '));
    }

    /** The highest bit of each digit, if no byte is past ASCII. */
    private static long digits(long piece) {
        return (piece + 0x5050505050505050L) & ~(piece + 0x4646464646464646L);
    }

    private static int unusualBits(long piece) {
        long low = piece & 0x7F7F7F7F7F7F7F7FL;
        long ascii = ~piece & HIGHEST;
        long letter = letters(low) & ascii;
        long lower = letter & (piece << 2);
        long digit = digits(low) & ascii;
        long space = (equal(low, ' ') | equal(low, '\t') | equal(low, '\n') | equal(low, '\r')) & ascii;
        long control = (~(low + 0x6060606060606060L) | (low + 0x0101010101010101L)) & ascii & ~space;
        long punctuation = ascii & ~(letter | digit | space | control);
        return (lower != 0 ? LOWER.bit() : 0)
                | (letter != lower ? UPPER.bit() : 0)
                | (digit != 0 ? DIGIT.bit() : 0)
                | (space != 0 ? SPACE.bit() : 0)
                | (punctuation != 0 ? PUNCTUATION.bit() : 0)
                | (control != 0 ? CONTROL.bit() : 0)
                | (ascii != HIGHEST ? NON_ASCII.bit() : 0);
    }

    /** The highest bit of each byte that is the character; {@code low} has no highest bit set. */
    private static long equal(long low, char ascii) {
        return ~((low ^ ascii * 0x0101010101010101L) + 0x7F7F7F7F7F7F7F7FL);
    }

    /** Where counts by class keep this one. */
    @SuppressWarnings("EnumOrdinal") // counts live no longer than a scan; records have the label
    int place() {
        return ordinal();
    }

    int bit() {
        return 1 << place();
    }

    private static CharacterClass of(int b) {
        if (b >= 0x80) {
            return NON_ASCII;
        }
        if (b >= 'a' && b <= 'z') {
            return LOWER;
        }
        if (b >= 'A' && b <= 'Z') {
            return UPPER;
        }
        if (b >= '0' && b <= '9') {
            return DIGIT;
        }
        if (b == ' ' || b == '\t' || b == '\n' || b == '\r') {
            return SPACE;
        }
        return b < ' ' || b == 0x7F ? CONTROL : PUNCTUATION;
    }

    /** The name in manifests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

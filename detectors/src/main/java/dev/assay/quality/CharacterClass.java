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

    private static final byte[] OF_BYTE = new byte[256];

    static {
        for (int i = 0; i < OF_BYTE.length; i++) {
            OF_BYTE[i] = (byte) of(i).bit();
        }
    }

    /** The bit of a UTF-8 byte's class. */
    static int bit(byte utf8) {
        return OF_BYTE[utf8 & 0xFF];
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

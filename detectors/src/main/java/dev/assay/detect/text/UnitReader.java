package dev.assay.detect.text;

import dev.assay.detect.text.Characters.Rule;

/**
 * Reads one unit of a text: a few bytes that stand for something else, such as a full-width digit, an HTML
 * reference, {@code %40} or {@code \}{@code u0040}. A unit's reading is never longer than the unit. At least one byte that is neither
 * letter, digit nor part of a character must stand at either end of the text. Holds the last unit read; not thread-safe.
 */
final class UnitReader {
    private static final int LEAST_LEAD = 0xC2;
    private static final int FIRST_FULL_WIDTH = 0xFF00;

    /** Whether a byte may begin a unit. */
    private static final boolean[] BEGINS = new boolean[256];

    static {
        for (char c : new char[] {'&', '%', '\\'}) {
            BEGINS[c] = true;
        }
        for (int c = 0x80; c <= Characters.LAST; c = Characters.after(c)) {
            int lead = lead(c);
            BEGINS[lead] = BEGINS[lead] || Characters.rule(c) != Rule.STAYS || LookAlikes.reading(c) != c;
        }
    }

    private final LookAlikes lookAlikes = new LookAlikes();
    private final byte[] reading = new byte[4];
    private int length;
    private int size;
    private boolean worthwhile;

    private static int lead(int codePoint) {
        if (codePoint < 0x800) {
            return 0xC0 | codePoint >> 6;
        }
        return codePoint < 0x10000 ? 0xE0 | codePoint >> 12 : 0xF0 | codePoint >> 18;
    }

    static boolean begins(byte b) {
        return BEGINS[b & 0xFF];
    }

    /** Forgets what it knows of another text. */
    void begin() {
        lookAlikes.begin();
    }

    /** Bytes of the unit last read. */
    int length() {
        return length;
    }

    /** Bytes of its reading, from 0 to 4. */
    int size() {
        return size;
    }

    /** A byte of its reading. */
    byte reading(int index) {
        return reading[index];
    }

    /** Whether the unit is a reason to read a text, or just read along. */
    boolean worthwhile() {
        return worthwhile;
    }

    /** Reads the unit that begins at a byte; false if none does. */
    boolean read(byte[] text, int at) {
        return switch (text[at]) {
            case '&' -> entity(text, at);
            case '%' -> percent(text, at);
            case '\\' -> escape(text, at);
            default -> (text[at] & 0xFF) >= LEAST_LEAD && begins(text[at]) && character(text, at);
        };
    }

    private boolean entity(byte[] text, int at) {
        int rest = HtmlEntities.length(text, at + 1);
        if (rest == 0) {
            return false;
        }
        length = rest + 1;
        int character = HtmlEntities.character(text, at + 1);
        int behind = at + length;
        worthwhile = switch (character) {
            case '&' -> HtmlEntities.length(text, behind) > 0;
            case '<', '>', '"', '\'' -> false;
            default -> isReason(character, text, at);
        };
        put(character);
        return true;
    }

    private boolean percent(byte[] text, int at) {
        int value = Escapes.percent(text, at);
        if (value < 0) {
            return false;
        }
        length = 3;
        size = 1;
        reading[0] = (byte) value;
        worthwhile = true;
        return true;
    }

    private boolean escape(byte[] text, int at) {
        length = Escapes.length(text, at);
        if (length == 0) {
            return false;
        }
        byte behind = text[at + length];
        worthwhile = switch (text[at + 1]) {
            case '"', '\'' -> false;
            case '/' -> text[at - 1] == ':';
            case '\\' -> behind == 'u' || behind == 'x' || behind == 'n' || behind == 'r' || behind == 't';
            case 'n', 'r', 't' -> Characters.isWord(behind) || behind == '+';
            default -> true;
        };
        put(Escapes.character(text, at, length));
        return true;
    }

    private boolean character(byte[] text, int at) {
        int codePoint = Utf8.codePoint(text, at);
        if (codePoint < 0) {
            return false;
        }
        length = Utf8.length(codePoint);
        Rule rule = Characters.rule(codePoint);
        if (rule == Rule.STAYS) {
            int letter = lookAlikes.readingAt(text, at, codePoint);
            if (letter == codePoint) {
                return false;
            }
            size = 1;
            reading[0] = (byte) letter;
            worthwhile = true;
            return true;
        }
        boolean reason = isReason(codePoint, text, at);
        boolean optional = rule == Rule.BETWEEN_WORDS || rule == Rule.BETWEEN_DIGITS;
        if (!reason && optional && codePoint < FIRST_FULL_WIDTH) {
            return false;
        }
        worthwhile = reason;
        put(codePoint);
        return true;
    }

    /** Whether a character, written at a place in whatever way, is a reason to read the text there. */
    private boolean isReason(int codePoint, byte[] text, int at) {
        byte before = text[at - 1];
        byte behind = text[at + length];
        return switch (codePoint < 0x80 ? Rule.ALWAYS : Characters.rule(codePoint)) {
            case ALWAYS -> true;
            case STAYS -> codePoint < 0x100;
            case QUIETLY -> false;
            case BLANK -> Characters.isDigit(before) || Characters.isDigit(behind);
            case INVISIBLE -> joins(before) || joins(behind);
            case BETWEEN_WORDS ->
                (Characters.isWord(before) || before == ')') && (Characters.isWord(behind) || behind == '(');
            case BETWEEN_DIGITS -> (isDigitBefore(text, at) || before == ')') && isDigitBehind(text, at + length);
        };
    }

    private static boolean joins(byte b) {
        return Characters.isWord(b) || b == '@' || b == '.' || b == '_' || b == '+' || b == '-';
    }

    private static boolean isDigitBehind(byte[] text, int at) {
        return Characters.isDigit(text[at]) || (text[at] == (byte) 0xEF && Utf8.isFullWidthDigit(text, at));
    }

    private static boolean isDigitBefore(byte[] text, int at) {
        return Characters.isDigit(text[at - 1]) || (text[at - 1] < 0 && Utf8.isFullWidthDigit(text, at - 3));
    }

    private void put(int codePoint) {
        int read = codePoint < 0x80 ? codePoint : Characters.reading(codePoint);
        size = read == Characters.NOTHING ? 0 : Utf8.put(read, reading);
    }
}

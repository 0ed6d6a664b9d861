package dev.assay.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import tools.jackson.core.JsonParser;

/**
 * The bytes a parser reads a JSON value from. Strings are taken from there, escapes and all, so that the parser passes over
 * them without making characters of them. What is no string by RFC 8259 §7 is left to the parser, which says so. Used again
 * and again; not thread-safe.
 */
final class JsonText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    /** From here up no character must be escaped but the quote and the backslash, RFC 8259 §7. */
    private static final long FIRST_PLAIN = ' ' * ONES;

    private static final String SHORT_ESCAPES = "\"\\/bfnrt";
    private static final String STANDS_FOR = "\"\\/\b\f\n\r\t";
    private static final int UNIT_LENGTH = 6;

    private final char[] units = new char[2];
    private byte[] bytes = new byte[0];
    private int start;
    private int end;

    /** Sets the bytes, which must be UTF-8. */
    void set(byte[] text, int from, int to) {
        bytes = text;
        start = from;
        end = to;
    }

    /** Appends the string the parser stands on, as it reads, to a writer whose open cell is empty. */
    void put(JsonParser parser, CellWriter out) {
        int from = start + (int) parser.currentTokenLocation().getByteOffset() + 1;
        if (from <= start || from >= end || bytes[from - 1] != '"' || !put(from, out)) {
            out.abandon();
            out.putUtf8(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        }
    }

    /** Appends a string up to its closing quote; false if there is none, or something that may not stand before it. */
    private boolean put(int from, CellWriter out) {
        int at = from;
        while (at < end) {
            int plainEnd = plainEnd(at);
            out.put(bytes, at, plainEnd - at);
            if (plainEnd == end || out.openLength() > JsonCells.MAX_STRING) {
                return false;
            }
            if (bytes[plainEnd] == '"') {
                return true;
            }
            int behind = unescape(plainEnd, out);
            if (behind < 0) {
                return false;
            }
            at = behind;
        }
        return false;
    }

    /** One past the last byte that stands for itself. */
    private int plainEnd(int from) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long odd = notPlain((long) EIGHT.get(bytes, at));
            if (odd != 0) {
                return at + (Long.numberOfTrailingZeros(odd) >>> 3);
            }
        }
        while (at < end && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] < 0 || bytes[at] >= ' ')) {
            at++;
        }
        return at;
    }

    /** Appends what an escape stands for; returns where it ends, −1 if it is none. */
    private int unescape(int at, CellWriter out) {
        if (bytes[at] != '\\' || at + 1 >= end) {
            return -1;
        }
        byte kind = bytes[at + 1];
        if (kind == 'u') {
            return unescapeUnit(at, out);
        }
        int character = SHORT_ESCAPES.indexOf(kind);
        if (character < 0) {
            return -1;
        }
        out.put((byte) STANDS_FOR.charAt(character));
        return at + 2;
    }

    /** Appends the character of {@code \\u} and four digits, or of two such that are the halves of a surrogate pair. */
    private int unescapeUnit(int at, CellWriter out) {
        int unit = unit(at);
        if (unit < 0) {
            return -1;
        }
        units[0] = (char) unit;
        int low = Character.isHighSurrogate(units[0]) ? unit(at + UNIT_LENGTH) : -1;
        boolean pair = low >= 0 && Character.isLowSurrogate((char) low);
        units[1] = (char) low;
        out.putUtf8(units, 0, pair ? 2 : 1);
        return at + (pair ? 2 * UNIT_LENGTH : UNIT_LENGTH);
    }

    /** The UTF-16 unit an escape at a place stands for; −1 if there is none. */
    private int unit(int at) {
        if (at + UNIT_LENGTH > end || bytes[at] != '\\' || bytes[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + UNIT_LENGTH; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /**
     * The high bit of the first of eight bytes that is a quote, a backslash or a control, and maybe of some behind it; bytes of
     * other characters than ASCII are plain.
     */
    private static long notPlain(long eight) {
        long quotes = eight ^ QUOTES;
        long backslashes = eight ^ BACKSLASHES;
        long found = (quotes - ONES & ~quotes) | (backslashes - ONES & ~backslashes) | (eight - FIRST_PLAIN & ~eight);
        return found & HIGHS;
    }
}

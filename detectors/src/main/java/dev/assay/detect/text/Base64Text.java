package dev.assay.detect.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Base64 text (RFC 4648, both alphabets) read in place: any decoded byte can be asked for without decoding the rest and
 * without memory.
 *
 * <pre>
 *  characters   a        b        c        d
 *  bits         aaaaaabb bbbbcccc ccdddddd
 *  bytes        0        1        2
 * </pre>
 */
public final class Base64Text {
    /** A shorter stretch hides nothing worth the search. */
    public static final int SHORTEST = 24;

    private static final byte[] VALUES = values();

    /** Of each byte how odd it is in written text: a control more than any text may be. */
    private static final int[] ODDNESS = oddness();

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long NEARLY = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGHS = ~NEARLY;

    private Base64Text() {}

    private static byte[] values() {
        byte[] values = new byte[256];
        for (int i = 0; i < 256; i++) {
            values[i] = -1;
        }
        String standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            values[standard.charAt(i)] = (byte) i;
        }
        values['-'] = 62;
        values['_'] = 63;
        return values;
    }

    private static int[] oddness() {
        int[] oddness = new int[256];
        for (int b = 0; b < oddness.length; b++) {
            boolean blank = b == '\n' || b == '\r' || b == '\t';
            oddness[b] = b < 0x20 && !blank ? 1 << 28 : b < 0x20 || b >= 0x7F ? 1 : 0;
        }
        return oddness;
    }

    /** 0–63, or −1 if the byte is not of either alphabet. */
    public static int value(int b) {
        return VALUES[b & 0xFF];
    }

    /** How many bytes a stretch of base64 characters, without its padding, decodes to. */
    public static int decodedLength(int characters) {
        return (int) (characters * 6L / 8);
    }

    /** One decoded byte, 0–255. The characters must all be of the alphabet. */
    public static int byteAt(byte[] text, int start, int index) {
        int at = start + index / 3 * 4;
        return switch (index % 3) {
            case 0 -> (value(text[at]) << 2 | value(text[at + 1]) >> 4) & 0xFF;
            case 1 -> (value(text[at + 1]) << 4 | value(text[at + 2]) >> 2) & 0xFF;
            default -> (value(text[at + 2]) << 6 | value(text[at + 3])) & 0xFF;
        };
    }

    /** Where in the decoded bytes this text stands first, or −1. */
    public static int indexOf(byte[] text, int start, int end, String wanted) {
        int length = decodedLength(end - start);
        for (int at = 0; at <= length - wanted.length(); at++) {
            int same = 0;
            while (same < wanted.length() && byteAt(text, start, at + same) == wanted.charAt(same)) {
                same++;
            }
            if (same == wanted.length()) {
                return at;
            }
        }
        return -1;
    }

    /** End of the base64 characters that start here, padding not included; eight bytes may be read past the limit. */
    public static int runEnd(byte[] text, int start, int limit) {
        int end = start;
        while (end < limit && end + Long.BYTES <= text.length) {
            long others = others((long) EIGHT.get(text, end));
            if (others != 0) {
                return Math.min(limit, end + (Long.numberOfTrailingZeros(others) >>> 3));
            }
            end += Long.BYTES;
        }
        while (end < limit && value(text[end]) >= 0) {
            end++;
        }
        return Math.min(end, limit);
    }

    /** Where a stretch of base64 characters is worth decoding: it is long enough and what it makes is written text. */
    static boolean hidesText(byte[] text, int start, int end) {
        int length = end - start;
        return length >= SHORTEST && length % 4 != 1 && isWritten(text, start, decodedLength(length));
    }

    /** Printable ASCII and blanks, at least nine bytes of ten, and no other control: what a person or a program writes. */
    private static boolean isWritten(byte[] text, int start, int length) {
        int most = length / 10;
        int odd = 0;
        int at = start;
        int i = 0;
        for (; i + 3 <= length && odd <= most; i += 3) {
            int three =
                    value(text[at]) << 18 | value(text[at + 1]) << 12 | value(text[at + 2]) << 6 | value(text[at + 3]);
            odd += ODDNESS[three >> 16] + ODDNESS[three >> 8 & 0xFF] + ODDNESS[three & 0xFF];
            at += 4;
        }
        for (; i < length && odd <= most; i++) {
            odd += ODDNESS[byteAt(text, start, i)];
        }
        return odd <= most;
    }

    /**
     * The next stretch of base64 characters that {@link #hidesText}.
     *
     * @param marks where long runs begin
     * @param from no stretch that begins before it is told of; a byte stands before it
     * @param limit one past the last byte to look at
     * @return its first byte; {@code limit} if there is none
     */
    static int nextHidden(byte[] text, TextMarks marks, int from, int limit) {
        int at = marks.nextLongRun(value(text[from - 1]) < 0 ? from : runEnd(text, from, limit), limit);
        while (at < limit) {
            int end = runEnd(text, at, limit);
            if (hidesText(text, at, end)) {
                return at;
            }
            at = marks.nextLongRun(end, limit);
        }
        return limit;
    }

    /** Of 64 bytes, a bit each, whether they are of base64: where {@value #SHORTEST} begin that stand together among them. */
    public static long longRuns(long coded) {
        long two = coded & (coded >>> 1);
        long four = two & (two >>> 2);
        long eight = four & (four >>> 4);
        long sixteen = eight & (eight >>> 8);
        return sixteen & sixteen >>> (SHORTEST - 16);
    }

    /** The high bit of each of eight bytes that is of neither alphabet. */
    private static long others(long eight) {
        long low = eight & ~HIGHS;
        // Each sum has its high bit unless the byte is one of + and /, which differ by 4, or -, or _.
        long signs = (((low | 4 * ONES) ^ '/' * ONES) + NEARLY)
                & ((low ^ '-' * ONES) + NEARLY)
                & ((low ^ '_' * ONES) + NEARLY);
        return ((~AsciiBytes.lettersOrDigits(eight) & signs) | eight) & HIGHS;
    }
}

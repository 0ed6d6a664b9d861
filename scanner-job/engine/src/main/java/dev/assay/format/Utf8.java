package dev.assay.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Judges bytes as UTF-8 (RFC 3629, section 4): no overlong form, no surrogate, nothing above U+10FFFF. */
final class Utf8 {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** Whether a stretch of an array is well-formed. */
    static boolean isValid(byte[] bytes, int start, int end) {
        int i = start;
        while (i < end) {
            i = asciiEnd(bytes, i, end);
            if (i < end) {
                int length = sequence(bytes, i, end);
                if (length <= 0) {
                    return false;
                }
                i += length;
            }
        }
        return true;
    }

    /** The first byte past ASCII of a stretch, or its end; eight bytes at once, of which some may lie behind the stretch. */
    private static int asciiEnd(byte[] bytes, int start, int end) {
        int i = start;
        while (i < end && i + Long.BYTES <= bytes.length) {
            long high = (long) LONG.get(bytes, i) & HIGH_BITS;
            if (high != 0) {
                return Math.min(end, i + (Long.numberOfTrailingZeros(high) >>> 3));
            }
            i += Long.BYTES;
        }
        while (i < end && bytes[i] >= 0) {
            i++;
        }
        return Math.min(end, i);
    }

    /** Whether a stretch is well-formed except that its last character may be cut. */
    static boolean isValidPrefix(byte[] bytes, int start, int end) {
        for (int cut = 0; cut <= Math.min(3, end - start); cut++) {
            if (isValid(bytes, start, end - cut)) {
                return true;
            }
        }
        return false;
    }

    /** Length of the character at an index, 0 if there is no well-formed one. */
    static int sequence(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (end - at < length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}

package dev.assay.quality;

import dev.assay.summary.ValueHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one cell and says what {@link ColumnQuality} counts. Fields, not a record: one object measures a whole column
 * and allocates nothing.
 */
final class CellMeasure {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHEST = 0x8080808080808080L;
    /** What nearly every longer text holds. */
    private static final int PROSE = CharacterClass.LOWER.bit()
            | CharacterClass.UPPER.bit()
            | CharacterClass.SPACE.bit()
            | CharacterClass.PUNCTUATION.bit();

    private static final int MAX_NUMBER = 400;
    private static final int MAX_MARKER = 8;
    private static final long TRUE = packed("true");
    private static final long FALSE = packed("false");
    private static final long[] MARKERS = {
        packed("null"),
        packed("none"),
        packed("nan"),
        packed("n/a"),
        packed("#n/a"),
        packed("na"),
        packed("nil"),
        packed("-"),
        packed("--"),
        packed("?"),
        packed("missing"),
        packed("unknown")
    };
    /** What markers begin with. */
    private static final boolean[] BEGINS_MARKER = new boolean[256];

    static {
        for (char first : "nNmMuU#-?".toCharArray()) {
            BEGINS_MARKER[first] = true;
        }
    }

    long hash;
    ValueKind kind = ValueKind.EMPTY;
    /** Code points; each byte that starts or stands outside a UTF-8 sequence counts. */
    int length;
    /** Bits of {@link CharacterClass}. */
    int classes;
    /** {@link RoundedNumber} code of a number, rounded towards zero. */
    long number;
    /** Whether rounding lost something. */
    boolean inexact;
    /** Days since 1970-01-01 of a date. */
    int day;
    /** Whether the text is one of the usual words for "no value". */
    boolean marker;
    /** Bits of the {@link ColumnExpectations} it meets; set by who asks them. */
    long met;
    /** Its digest where it is compared with the other values of its column; set by who compares them. */
    @Nullable ValueDigest digest;
    /** Its digest where the most common values are told; set by who counts them. */
    @Nullable ValueDigest common;
    /** Whether it has {@link #keys()}; set by who asks {@link TextSketch}. */
    boolean keyed;
    /** Tag of its language; empty if nobody needs to know it; set by who does. */
    String language = "";
    /** Runs of evaluation sets it holds; set by who looks for them. */
    int[] seen = SeenRuns.NONE;

    private long[] keys = {};

    void measure(byte[] bytes, int start, int end) {
        characters(bytes, start, end);
        number = 0;
        inexact = false;
        day = 0;
        marker = end - start <= MAX_MARKER && isMarker(bytes, start, end);
        ValueKind told = kind(bytes, start, end);
        // A reference is written only where it is another one: a collector may want to know of each that is written.
        if (kind != told) {
            kind = told;
        }
    }

    /** Keys of {@link TextSketch}, if it is {@link #keyed}. */
    long[] keys() {
        return keys;
    }

    /** Takes its keys; they are copied. */
    void keys(long[] found) {
        if (keys.length == 0) {
            keys = found.clone();
        } else {
            System.arraycopy(found, 0, keys, 0, keys.length);
        }
    }

    void language(String told) {
        if (!language.equals(told)) {
            language = told;
        }
    }

    void seen(int[] runs) {
        if (seen != runs) {
            seen = runs;
        }
    }

    /** One walk over the bytes for hash, length and classes: finding out the others takes no longer than waiting for the hash. */
    private void characters(byte[] bytes, int start, int end) {
        long hashed = ValueHash.begun(end - start);
        int found = 0;
        int points = 0;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long piece = (long) LONGS.get(bytes, at);
            hashed = ValueHash.mixed(hashed, piece);
            points += Long.BYTES - Long.bitCount(piece & ~(piece << 1) & HIGHEST);
            // Most of a text says nothing new after its first words.
            if ((found & PROSE) != PROSE || !isProse(piece)) {
                found |= CharacterClass.bits(piece);
            }
        }
        long rest = 0;
        int left = end - at;
        if (left > 0) {
            rest = rest(bytes, at, left);
            points += left - Long.bitCount(rest & ~(rest << 1) & HIGHEST);
            // Its first byte where it has none, so that they add no class.
            found |= CharacterClass.bits(rest | ((rest & 0xFF) * 0x0101010101010101L) << (Byte.SIZE * left));
        }
        hash = ValueHash.finished(ValueHash.mixed(hashed, rest));
        classes = found;
        length = points;
    }

    /** Fewer than eight bytes, at least one, the first lowest. */
    private static long rest(byte[] bytes, int at, int left) {
        if (at + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, at) & (-1L >>> (Long.SIZE - Byte.SIZE * left));
        }
        long rest = 0;
        for (int i = left - 1; i >= 0; i--) {
            rest = rest << Byte.SIZE | (bytes[at + i] & 0xFF);
        }
        return rest;
    }

    /** Whether eight bytes are ASCII letters, spaces and punctuation. */
    private static boolean isProse(long piece) {
        long low = piece & 0x7F7F7F7F7F7F7F7FL;
        long digit = (low + 0x5050505050505050L) & ~(low + 0x4646464646464646L);
        long control = ~(low + 0x6060606060606060L) | (low + 0x0101010101010101L);
        return ((piece | digit | control) & HIGHEST) == 0;
    }

    private ValueKind kind(byte[] bytes, int start, int end) {
        if (start == end) {
            return ValueKind.EMPTY;
        }
        byte first = bytes[start];
        boolean digit = first >= '0' && first <= '9';
        if (digit && isDate(bytes, start, end)) {
            return ValueKind.DATE;
        }
        if (digit || first == '-') {
            return end - start > MAX_NUMBER ? ValueKind.TEXT : number(bytes, start, end);
        }
        boolean mayBeTruth = (first | 0x20) == 't' || (first | 0x20) == 'f';
        return mayBeTruth && isTruth(bytes, start, end) ? ValueKind.TRUTH : ValueKind.TEXT;
    }

    /** Numbers as JSON writes them (RFC 8259 §6). */
    private ValueKind number(byte[] bytes, int start, int end) {
        int sign = bytes[start] == '-' ? -1 : 1;
        int at = start + (sign < 0 ? 1 : 0);
        int wholeDigits = digits(bytes, at, end);
        if (wholeDigits == 0 || (wholeDigits > 1 && bytes[at] == '0')) {
            return ValueKind.TEXT;
        }
        int whole = at;
        at += wholeDigits;
        int fraction = at;
        int fractionDigits = 0;
        if (at < end && bytes[at] == '.') {
            fraction = at + 1;
            fractionDigits = digits(bytes, fraction, end);
            if (fractionDigits == 0) {
                return ValueKind.TEXT;
            }
            at = fraction + fractionDigits;
        }
        int exponent = 0;
        boolean scaled = at < end && (bytes[at] | 0x20) == 'e';
        if (scaled) {
            at++;
            boolean negative = at < end && bytes[at] == '-';
            at += at < end && (bytes[at] == '-' || bytes[at] == '+') ? 1 : 0;
            int exponentDigits = digits(bytes, at, end);
            if (exponentDigits == 0 || exponentDigits > 4) {
                return ValueKind.TEXT;
            }
            for (int i = at; i < at + exponentDigits; i++) {
                exponent = exponent * 10 + bytes[i] - '0';
            }
            exponent = negative ? -exponent : exponent;
            at += exponentDigits;
        }
        if (at != end) {
            return ValueKind.TEXT;
        }
        round(bytes, whole, wholeDigits, fraction, fractionDigits, exponent, sign);
        return fractionDigits == 0 && !scaled ? ValueKind.INTEGER : ValueKind.DECIMAL;
    }

    private void round(
            byte[] bytes, int whole, int wholeDigits, int fraction, int fractionDigits, int exponent, int sign) {
        int digits = 0;
        int taken = 0;
        int first = 0;
        for (int i = 0; i < wholeDigits + fractionDigits; i++) {
            int digit = bytes[i < wholeDigits ? whole + i : fraction + i - wholeDigits] - '0';
            if (taken == 0) {
                if (digit == 0) {
                    continue;
                }
                first = i;
            }
            if (taken < RoundedNumber.DIGITS) {
                digits = digits * 10 + digit;
                taken++;
            } else {
                inexact |= digit != 0;
            }
        }
        if (taken == 0) {
            return;
        }
        for (; taken < RoundedNumber.DIGITS; taken++) {
            digits *= 10;
        }
        number = RoundedNumber.code(digits, wholeDigits - 1 - first + exponent, sign);
    }

    private static int digits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - from;
    }

    /** {@code yyyy-mm-dd}, alone or followed by {@code T} or a space and a digit. */
    private boolean isDate(byte[] bytes, int start, int end) {
        int size = end - start;
        if (size < 10 || bytes[start + 4] != '-' || bytes[start + 7] != '-') {
            return false;
        }
        if (digits(bytes, start, start + 4) != 4
                || digits(bytes, start + 5, start + 7) != 2
                || digits(bytes, start + 8, start + 10) != 2) {
            return false;
        }
        boolean alone = size == 10;
        boolean time = size >= 12
                && size <= 40
                && (bytes[start + 10] == 'T' || bytes[start + 10] == ' ')
                && bytes[start + 11] >= '0'
                && bytes[start + 11] <= '9';
        int year = value(bytes, start, 4);
        int month = value(bytes, start + 5, 2);
        int dayOfMonth = value(bytes, start + 8, 2);
        boolean inCalendar = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysIn(month, year);
        if (!inCalendar || !(alone || time)) {
            return false;
        }
        day = epochDay(year, month, dayOfMonth);
        return true;
    }

    private static int value(byte[] bytes, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    private static int daysIn(int month, int year) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar, years counted from March so that leap days come last. */
    private static int epochDay(int year, int month, int dayOfMonth) {
        int marchYear = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(marchYear, 400);
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static boolean isTruth(byte[] bytes, int start, int end) {
        int size = end - start;
        if (size != 4 && size != 5) {
            return false;
        }
        long word = packed(bytes, start, end);
        return word == TRUE || word == FALSE;
    }

    private boolean isMarker(byte[] bytes, int start, int end) {
        if (start == end || !BEGINS_MARKER[bytes[start] & 0xFF] || (classes & CharacterClass.CONTROL.bit()) != 0) {
            return false;
        }
        long word = packed(bytes, start, end);
        for (long known : MARKERS) {
            if (word == known) {
                return true;
            }
        }
        return false;
    }

    /** At most eight bytes as one number, upper-case letters as lower-case ones. */
    private static long packed(byte[] bytes, int start, int end) {
        long word = 0;
        for (int i = start; i < end; i++) {
            int b = bytes[i] & 0xFF;
            word = word << 8 | (b >= 'A' && b <= 'Z' ? b | 0x20 : b);
        }
        return word;
    }

    private static long packed(String ascii) {
        long word = 0;
        for (int i = 0; i < ascii.length(); i++) {
            word = word << 8 | ascii.charAt(i);
        }
        return word;
    }
}

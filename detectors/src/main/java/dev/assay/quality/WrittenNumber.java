package dev.assay.quality;

import dev.assay.detect.text.AsciiBytes;
import dev.assay.detect.text.EightBytes;

/** Reads numbers as JSON writes them (RFC 8259 §6). One object reads one after the other and allocates nothing. */
final class WrittenNumber {
    private static final long HIGHEST = 0x8080808080808080L;
    private static final int MAX_BYTES = 400;
    private static final int MAX_EXPONENT_DIGITS = 4;

    /** {@link RoundedNumber} code of the number read last, rounded towards zero; 0 if it was none. */
    private long code;
    /** Whether rounding lost something. */
    private boolean inexact;

    /** {@link NumberGrid} bucket of it. */
    private int bucket;

    int bucket() {
        return bucket;
    }

    long code() {
        return code;
    }

    boolean isInexact() {
        return inexact;
    }

    /** Reads a text of at least one byte: an integer, a decimal number, or a text. */
    ValueKind read(byte[] bytes, int start, int end) {
        code = 0;
        bucket = 0;
        inexact = false;
        if (end - start <= Long.BYTES) {
            ValueKind plain = readPlain(EightBytes.of(bytes, start, end - start), end - start);
            if (plain != ValueKind.TEXT) {
                return plain;
            }
        }
        return end - start > MAX_BYTES ? ValueKind.TEXT : readAny(bytes, start, end);
    }

    /** Most numbers: at most eight characters, digits that do not begin with zero, and perhaps a point between them; else a text. */
    private ValueKind readPlain(long piece, int length) {
        long first = piece & 0xFF;
        if (first < '1' || first > '9') {
            return ValueKind.TEXT;
        }
        long others = ~AsciiBytes.digits(piece) & HIGHEST & (-1L >>> (Long.SIZE - Byte.SIZE * length));
        if (others == 0) {
            take(Digits.values(piece), length - 1, 1);
            return ValueKind.INTEGER;
        }
        int point = Long.numberOfTrailingZeros(others) & -Byte.SIZE;
        boolean one = (others & (others - 1)) == 0 && (piece >>> point & 0xFF) == '.';
        if (!one || point == Byte.SIZE * (length - 1)) {
            return ValueKind.TEXT;
        }
        long before = (1L << point) - 1;
        take(Digits.values((piece & before) | (piece >>> Byte.SIZE & ~before)), point / Byte.SIZE - 1, 1);
        return ValueKind.DECIMAL;
    }

    private ValueKind readAny(byte[] bytes, int start, int end) {
        int sign = bytes[start] == '-' ? -1 : 1;
        int whole = sign < 0 ? start + 1 : start;
        int wholeEnd = Digits.end(bytes, whole, end);
        if (wholeEnd == whole || (wholeEnd - whole > 1 && bytes[whole] == '0')) {
            return ValueKind.TEXT;
        }
        if (wholeEnd == end) {
            if (bytes[whole] != '0') {
                run(bytes, whole, end, end - whole - 1, sign);
            }
            return ValueKind.INTEGER;
        }
        int fraction = wholeEnd;
        int at = wholeEnd;
        if (bytes[at] == '.') {
            fraction = at + 1;
            at = Digits.end(bytes, fraction, end);
            if (at == fraction) {
                return ValueKind.TEXT;
            }
        }
        int fractionEnd = at;
        int exponent = 0;
        if (at < end) {
            if ((bytes[at] | 0x20) != 'e') {
                return ValueKind.TEXT;
            }
            at++;
            boolean negative = at < end && bytes[at] == '-';
            at += at < end && (bytes[at] == '-' || bytes[at] == '+') ? 1 : 0;
            int digits = Digits.end(bytes, at, end) - at;
            if (digits == 0 || digits > MAX_EXPONENT_DIGITS || at + digits != end) {
                return ValueKind.TEXT;
            }
            exponent = Digits.number(Digits.values(bytes, at, digits) << (Byte.SIZE * (Long.BYTES - digits)));
            exponent = negative ? -exponent : exponent;
        }
        round(bytes, whole, wholeEnd, fraction, fractionEnd, exponent, sign);
        return ValueKind.DECIMAL;
    }

    /** The digits before the point are one zero, or begin with another digit. */
    private void round(byte[] bytes, int whole, int wholeEnd, int fraction, int fractionEnd, int exponent, int sign) {
        if (bytes[whole] != '0') {
            runs(bytes, whole, wholeEnd, fraction, fractionEnd, exponent + wholeEnd - whole - 1, sign);
            return;
        }
        int first = fraction;
        while (first < fractionEnd && bytes[first] == '0') {
            first++;
        }
        if (first < fractionEnd) {
            run(bytes, first, fractionEnd, exponent - 1 - (first - fraction), sign);
        }
    }

    /** Takes digits of which the first is not zero. */
    private void run(byte[] bytes, int from, int to, int exponent, int sign) {
        int digits = to - from;
        long values = Digits.values(bytes, from, Math.min(Long.BYTES, digits));
        take(values, exponent, sign);
        if (digits > Long.BYTES) {
            inexact |= !Digits.areZeros(bytes, from + Long.BYTES, to);
        }
    }

    /** Takes digits of which the first is not zero, and those behind the point. */
    private void runs(byte[] bytes, int from, int to, int fraction, int fractionEnd, int exponent, int sign) {
        int taken = Math.min(Long.BYTES, to - from);
        int more = Math.min(Long.BYTES - taken, fractionEnd - fraction);
        long values = Digits.values(bytes, from, taken);
        if (more > 0) {
            values |= Digits.values(bytes, fraction, more) << (Byte.SIZE * taken);
        }
        take(values, exponent, sign);
        if (to - from + fractionEnd - fraction > Long.BYTES) {
            inexact |=
                    !Digits.areZeros(bytes, from + taken, to) || !Digits.areZeros(bytes, fraction + more, fractionEnd);
        }
    }

    private void take(long values, int exponent, int sign) {
        inexact = values >>> (Byte.SIZE * RoundedNumber.DIGITS) != 0;
        int rounded = Digits.number(values << (Byte.SIZE * (Long.BYTES - RoundedNumber.DIGITS)));
        code = RoundedNumber.code(rounded, exponent, sign);
        bucket = NumberGrid.bucket(rounded, exponent, sign);
    }
}

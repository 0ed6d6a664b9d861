package dev.assay.quality;

import dev.assay.detect.text.AsciiBytes;
import dev.assay.detect.text.EightBytes;

/**
 * Days of the calendar as ISO 8601 writes them, {@code yyyy-mm-dd}, as one number each: a later day has a larger one.
 *
 * <pre>
 *  year, 14 bits │ month, 4 bits │ day of the month, 5 bits
 * </pre>
 */
final class WrittenDay {
    /** What no text says. */
    static final int NONE = -1;

    /** Shorter texts say no day. */
    static final int BYTES = 10;

    private static final int MAX_BYTES = 40;

    /** The dashes of {@code yyyy-mm-}, the first byte lowest. */
    private static final long DASHES = (long) '-' << 32 | (long) '-' << 56;

    private static final long WHERE_DASHES = 0xFFL << 32 | 0xFFL << 56;
    private static final long WHERE_DIGITS = 0x8080808080808080L & ~WHERE_DASHES;

    private WrittenDay() {}

    /** A day that stands alone or is followed by {@code T} or a space and a digit; else {@link #NONE}. */
    static int read(byte[] bytes, int start, int end) {
        int size = end - start;
        if (size < BYTES || bytes[start + 4] != '-') {
            return NONE;
        }
        long yearMonth = EightBytes.of(bytes, start, Long.BYTES);
        int tens = bytes[start + 8] - '0';
        int ones = bytes[start + 9] - '0';
        boolean digits = (yearMonth & WHERE_DASHES) == DASHES
                && AsciiBytes.digits(yearMonth) == WHERE_DIGITS
                && tens >= 0
                && tens <= 9
                && ones >= 0
                && ones <= 9;
        if (!digits || !(size == BYTES || isTime(bytes, start, size))) {
            return NONE;
        }
        long values = yearMonth & 0x0F0F0F0F0F0F0F0FL;
        long pairs = values * 10 + (values >>> 8);
        int year = (int) (pairs & 0xFF) * 100 + (int) (pairs >>> 16 & 0xFF);
        int month = (int) (pairs >>> 40 & 0xFF);
        int day = tens * 10 + ones;
        boolean inCalendar = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
        return inCalendar ? year << 9 | month << 5 | day : NONE;
    }

    private static boolean isTime(byte[] bytes, int start, int size) {
        return size >= 12
                && size <= MAX_BYTES
                && (bytes[start + 10] == 'T' || bytes[start + 10] == ' ')
                && bytes[start + 11] >= '0'
                && bytes[start + 11] <= '9';
    }

    private static int daysIn(int month, int year) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01, in the proleptic Gregorian calendar; years are counted from March so that leap days come last. */
    static int sinceEpoch(int day) {
        int year = day >>> 9;
        int month = day >>> 5 & 0xF;
        int dayOfMonth = day & 0x1F;
        int marchYear = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(marchYear, 400);
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }
}

package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.small;

/**
 * Calendar dates as integers, proleptic Gregorian. There is no clock here: the last year a date of birth may have is
 * part of the rules and moves with their version.
 */
final class Dates {
    /** The first year a date of birth may have. */
    static final int FIRST_YEAR = 1900;
    /** The last year a date of birth may have. */
    static final int LAST_YEAR = 2026;

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Dates() {}

    static boolean valid(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        return day <= DAYS[month - 1] || (month == 2 && day == 29 && leap(year));
    }

    private static boolean leap(int year) {
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    }

    /** A date of a living person's birth, by the year alone. */
    static boolean birth(int year, int month, int day) {
        return year >= FIRST_YEAR && year <= LAST_YEAR && valid(year, month, day);
    }

    /** Six digits, two-digit year first, in the 1900s or the 2000s. */
    static boolean yymmdd(byte[] text, int start) {
        return eitherCentury(
                small(text, start, start + 2), small(text, start + 2, start + 4), small(text, start + 4, start + 6));
    }

    /** Six digits, day first. */
    static boolean ddmmyy(byte[] text, int start) {
        return eitherCentury(
                small(text, start + 4, start + 6), small(text, start + 2, start + 4), small(text, start, start + 2));
    }

    /** Eight digits, year first. */
    static boolean yyyymmdd(byte[] text, int start) {
        return valid(
                small(text, start, start + 4), small(text, start + 4, start + 6), small(text, start + 6, start + 8));
    }

    static boolean eitherCentury(int year, int month, int day) {
        return valid(1900 + year, month, day) || valid(2000 + year, month, day);
    }
}

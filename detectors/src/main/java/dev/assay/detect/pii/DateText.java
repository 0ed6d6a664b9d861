package dev.assay.detect.pii;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import java.util.Map;

/** Dates as people write them: numbers in any order, or with the month's name in one of six languages. */
final class DateText {
    /** The first letters of each month's names, in English, German, French, Spanish, Portuguese and Italian. */
    private static final String[] MONTHS = {
        "jan ene gen", "feb fev f\u00e9v", "mar m\u00e4r", "apr avr abr", "may mai mag", "jun jui giu",
        "jul lug", "aug ao\u00fb aou ago", "sep set", "oct okt out ott", "nov", "dec dez d\u00e9c dic"
    };

    private DateText() {}

    static Map<String, Check> checks() {
        return Map.of(
                "date", (bytes, start, end) -> verdict(read(bytes, start, end, 1000, 2999)),
                "date-of-birth",
                        (bytes, start, end) -> verdict(read(bytes, start, end, Dates.FIRST_YEAR, Dates.LAST_YEAR)));
    }

    private static Verdict verdict(boolean valid) {
        return valid ? Verdict.VALID : Verdict.INVALID;
    }

    private static boolean read(byte[] bytes, int start, int end, int firstYear, int lastYear) {
        int[] parts = new int[3];
        int[] widths = new int[3];
        int count = 0;
        int month = 0;
        int monthAt = -1;
        int i = start;
        while (i < end) {
            if (Chars.isDigit(bytes, i)) {
                int from = i;
                while (i < end && Chars.isDigit(bytes, i)) {
                    i++;
                }
                if (count == 3) {
                    break;
                }
                if (i - from > 4) {
                    return false;
                }
                parts[count] = Chars.small(bytes, from, i);
                widths[count++] = i - from;
            } else if (bytes[i] < 0 || Character.isLetter(bytes[i])) {
                int from = i;
                while (i < end && (bytes[i] < 0 || Character.isLetter(bytes[i]))) {
                    i++;
                }
                if (month == 0) {
                    month = month(bytes, from, i);
                    monthAt = month > 0 ? count : -1;
                }
            } else {
                i++;
            }
        }
        if (monthAt >= 0) {
            return named(parts, widths, count, month, firstYear, lastYear);
        }
        if (count == 2) {
            return widths[1] == 4 && dated(parts[1], 4, parts[0], 1, firstYear, lastYear);
        }
        return count == 3 && numeric(parts, widths, firstYear, lastYear);
    }

    private static boolean named(int[] parts, int[] widths, int count, int month, int firstYear, int lastYear) {
        if (count == 1) {
            return widths[0] == 4 ? parts[0] >= firstYear && parts[0] <= lastYear : Dates.valid(2000, month, parts[0]);
        }
        return count == 2
                && (dated(parts[1], widths[1], month, parts[0], firstYear, lastYear)
                        || dated(parts[0], widths[0], month, parts[1], firstYear, lastYear));
    }

    private static boolean numeric(int[] p, int[] w, int firstYear, int lastYear) {
        if (w[0] == 4) {
            return dated(p[0], 4, p[1], p[2], firstYear, lastYear);
        }
        return dated(p[2], w[2], p[1], p[0], firstYear, lastYear)
                || dated(p[2], w[2], p[0], p[1], firstYear, lastYear)
                || (w[2] == 2 && dated(p[0], w[0], p[1], p[2], firstYear, lastYear));
    }

    private static boolean dated(int year, int width, int month, int day, int firstYear, int lastYear) {
        if (width == 2) {
            return Dates.eitherCentury(year, month, day);
        }
        return width == 4 && year >= firstYear && year <= lastYear && Dates.valid(year, month, day);
    }

    /** 1–12 by the first letters of a name, or 0. */
    private static int month(byte[] bytes, int start, int end) {
        if (end - start < 3) {
            return 0;
        }
        for (int month = 0; month < MONTHS.length; month++) {
            String names = MONTHS[month];
            for (int i = 0; i < names.length(); i = names.indexOf(' ', i) + 1) {
                if (begins(bytes, start, end, names, i)) {
                    return month + 1;
                }
                if (names.indexOf(' ', i) < 0) {
                    break;
                }
            }
        }
        return 0;
    }

    private static boolean begins(byte[] bytes, int start, int end, String names, int from) {
        int at = start;
        for (int i = from; i < names.length() && names.charAt(i) != ' '; i++) {
            char expected = names.charAt(i);
            if (expected < 0x80) {
                if (at >= end || (bytes[at] | 32) != expected) {
                    return false;
                }
                at++;
            } else {
                // A Latin-1 letter is two bytes of UTF-8; capital and small differ in bit 5 of the second.
                if (at + 1 >= end
                        || (bytes[at] & 0xFF) != 0xC3
                        || ((bytes[at + 1] & 0xFF) | 0x20) != ((expected & 0x3F) | 0x80 | 0x20)) {
                    return false;
                }
                at += 2;
            }
        }
        return true;
    }
}

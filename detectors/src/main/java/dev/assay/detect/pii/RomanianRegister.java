package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.small;

/**
 * Numbers of the Romanian trade register: kind, county, serial, year with separators between (until July 2024), or kind,
 * year, serial, county and a check digit in one.
 */
final class RomanianRegister implements Rule {
    private static final int FIRST_YEAR = 1990;
    /** From here on numbers are given without a county. */
    private static final int NO_COUNTY_YEAR = 2024;
    /** County, serial and year, or county, serial, day, month and year. */
    private static final int MOST_PARTS = 5;

    @Override
    public boolean holds(byte[] text, int start, int end) {
        if (end - start < 8 || "JFC".indexOf(text[start]) < 0) {
            return false;
        }
        return (digits(text, start + 1, end) && end - start == 14) ? newStyle(text, start) : oldStyle(text, start, end);
    }

    /** The check digit: the kind as the last digit of its ASCII code, and the sum of all, modulo 10. */
    private static boolean newStyle(byte[] text, int start) {
        int year = small(text, start + 1, start + 5);
        int county = small(text, start + 11, start + 13);
        int sum = text[start] % 10;
        for (int i = 1; i < 13; i++) {
            sum += Chars.digit(text, start + i);
        }
        return year >= FIRST_YEAR
                && year <= Dates.LAST_YEAR
                && (county(county) || (county == 0 && year >= NO_COUNTY_YEAR))
                && sum % 10 == Chars.digit(text, start + 13);
    }

    private static boolean county(int county) {
        return (county >= 1 && county <= 40) || county == 51 || county == 52;
    }

    private static boolean oldStyle(byte[] text, int start, int end) {
        int[] parts = new int[MOST_PARTS];
        int[] lengths = new int[MOST_PARTS];
        int part = -1;
        boolean inside = false;
        for (int i = start + 1; i < end; i++) {
            boolean digit = Chars.isDigit(text, i);
            if (!digit && "/- .".indexOf(text[i]) < 0) {
                return false;
            }
            if (digit && !inside && ++part == MOST_PARTS) {
                return false;
            }
            inside = digit;
            if (digit) {
                parts[part] = parts[part] * 10 + Chars.digit(text, i);
                if (++lengths[part] > 6) {
                    return false;
                }
            }
        }
        return (part == 2 || part == 4)
                && lengths[0] <= 2
                && county(parts[0])
                && lengths[part] == 4
                && parts[part] >= FIRST_YEAR
                && parts[part] <= Dates.LAST_YEAR;
    }
}

package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.starts;

/** Securities and legal entities: not personal, but good counter-evidence. */
final class SecurityNumbers {
    private static final String FIGI_ALPHABET = "0123456789BCDFGHJKLMNPQRSTVWXYZ";
    private static final String UPI_ALPHABET = "0123456789BCDFGHJKLMNPQRSTVWXZ";
    private static final String CUSIP_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#";

    private SecurityNumbers() {}

    static void addTo(RuleBook book) {
        book.add("isin", SecurityNumbers::isin)
                .add(
                        "lei",
                        (t, s, e) -> e - s == 20
                                && Chars.alphanumeric(t, s, e)
                                && digits(t, e - 2, e)
                                && Sums.mod97(t, s, e) == 1)
                .add("cusip", " ", SecurityNumbers::cusip)
                .add("figi", SecurityNumbers::figi)
                .add("upi", SecurityNumbers::upi);
    }

    private static boolean isin(byte[] t, int s, int e) {
        if (e - s != 12 || !Chars.alphanumeric(t, s, e) || !Chars.isDigit(t, e - 1)) {
            return false;
        }
        boolean special = starts(t, s, e, "XA")
                || starts(t, s, e, "XB")
                || starts(t, s, e, "XC")
                || starts(t, s, e, "XD")
                || starts(t, s, e, "XF")
                || starts(t, s, e, "XS")
                || starts(t, s, e, "EU")
                || starts(t, s, e, "QS")
                || starts(t, s, e, "QT")
                || starts(t, s, e, "QW")
                || starts(t, s, e, "AN")
                || starts(t, s, e, "XK");
        return (special || Countries.is(t, s)) && expandedLuhn(t, s, e) == 0;
    }

    /** Luhn over the number with each letter written as its two digits. */
    private static int expandedLuhn(byte[] t, int s, int e) {
        int sum = 0;
        boolean twice = false;
        for (int i = e - 1; i >= s; i--) {
            int value = Chars.value(t[i]);
            sum += twice ? folded(value % 10) : value % 10;
            twice = !twice;
            if (value > 9) {
                sum += twice ? folded(value / 10) : value / 10;
                twice = !twice;
            }
        }
        return sum % 10;
    }

    private static int folded(int digit) {
        return digit > 4 ? 2 * digit - 9 : 2 * digit;
    }

    private static boolean cusip(byte[] t, int s, int e) {
        if (e - s != 9 || !Chars.isDigit(t, e - 1)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int value = CUSIP_ALPHABET.indexOf(t[s + i]);
            if (value < 0) {
                return false;
            }
            value *= i % 2 == 1 ? 2 : 1;
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10 == digit(t, s + 8);
    }

    private static boolean figi(byte[] t, int s, int e) {
        if (e - s != 12 || !isLetter(t, s) || !isLetter(t, s + 1) || t[s + 2] != 'G' || !Chars.isDigit(t, e - 1)) {
            return false;
        }
        if (starts(t, s, e, "BS")
                || starts(t, s, e, "BM")
                || starts(t, s, e, "GG")
                || starts(t, s, e, "GB")
                || starts(t, s, e, "VG")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            if (!in(t, s + i, FIGI_ALPHABET)) {
                return false;
            }
            int value = Chars.value(t[s + i]) * (i % 2 == 1 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10 == digit(t, s + 11);
    }

    /** ISO 7064 MOD 31,30 over an alphabet of thirty. */
    private static boolean upi(byte[] t, int s, int e) {
        if (e - s != 12 || !starts(t, s, e, "QZ")) {
            return false;
        }
        int check = 15;
        for (int i = s; i < e; i++) {
            int value = UPI_ALPHABET.indexOf(t[i]);
            if (value < 0) {
                return false;
            }
            check = ((check == 0 ? 30 : check) * 2 % 31 + value) % 30;
        }
        return check == 1;
    }
}

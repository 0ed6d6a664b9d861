package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Weighted.weights;

/** China, Taiwan, Hong Kong, Japan and Korea. */
final class EastAsianNumbers {
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT = weights("1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28");
    /** The value of each letter from A in a Taiwanese identity number. */
    private static final int[] TAIWAN_LETTERS =
            weights("10 11 12 13 14 15 16 17 34 18 19 20 21 22 35 23 24 25 26 27 28 29 32 30 31 33");

    private static final int[] TAIWAN = weights("8 7 6 5 4 3 2 1 1");
    private static final int[] UBN = weights("1 2 1 2 1 2 4 1");
    private static final int[] RRN = weights("2 3 4 5 6 7 8 9 2 3 4 5");
    private static final int[] BRN = weights("1 3 7 1 3 7 1 3 5");
    private static final int[] MY_NUMBER = weights("6 5 4 3 2 7 6 5 4 3 2");

    private EastAsianNumbers() {}

    static void addTo(RuleBook book) {
        book.add("cn.ric", EastAsianNumbers::resident)
                .add("cn.uscc", EastAsianNumbers::creditCode)
                .add("tw.ubn", EastAsianNumbers::taiwanFirm)
                .add("tw.nid", EastAsianNumbers::taiwan)
                .add("hk.hkid", " -()", EastAsianNumbers::hongKong)
                .add("jp.cn", EastAsianNumbers::japaneseFirm)
                .add("jp.in_", (t, s, e) -> digits(t, s, e, 12) && myNumber(t, s))
                .add("kr.rrn", (t, s, e) -> koreanDate(t, s, e, 0) && korean(t, s, 11))
                .add("kr.rrn_lax", (t, s, e) -> koreanDate(t, s, e, 0) && t[s + 6] >= '1' && t[s + 6] <= '4')
                .add("kr.frn_lax", (t, s, e) -> koreanDate(t, s, e, 4))
                .add("kr.frn", (t, s, e) -> koreanDate(t, s, e, 4) && korean(t, s, 13))
                .add("kr.brn", EastAsianNumbers::koreanFirm);
    }

    /** Place, date of birth, serial, MOD 11-2. */
    private static boolean resident(byte[] t, int s, int e) {
        return e - s == 18
                && digits(t, s, e - 1)
                && (Chars.isDigit(t, e - 1) || t[e - 1] == 'X')
                && province(small(t, s, s + 2))
                && Dates.yyyymmdd(t, s + 6)
                && small(t, s + 6, s + 10) >= 1800
                && small(t, s + 6, s + 10) <= Dates.LAST_YEAR
                && Sums.mod11Radix2(t, s, e) == 1;
    }

    private static boolean province(int code) {
        return (code >= 11 && code <= 15)
                || (code >= 21 && code <= 23)
                || (code >= 31 && code <= 37)
                || (code >= 41 && code <= 46)
                || (code >= 50 && code <= 54)
                || (code >= 61 && code <= 65)
                || (code >= 81 && code <= 83)
                || code == 71;
    }

    private static boolean creditCode(byte[] t, int s, int e) {
        if (e - s != 18 || !digits(t, s, s + 8)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = CREDIT_ALPHABET.indexOf(t[s + i]);
            if (value < 0) {
                return false;
            }
            sum += CREDIT[i] * value;
        }
        return t[s + 17] == (byte) CREDIT_ALPHABET.charAt(Math.floorMod(-sum, 31));
    }

    private static boolean taiwanFirm(byte[] t, int s, int e) {
        if (!digits(t, s, e, 8)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int product = UBN[i] * digit(t, s + i);
            sum += product / 10 + product % 10;
        }
        return sum % 5 == 0 || (t[s + 6] == '7' && (sum + 1) % 5 == 0);
    }

    private static boolean taiwan(byte[] t, int s, int e) {
        if (!matches(t, s, e, "A999999999") || !in(t, s + 1, "1289")) {
            return false;
        }
        int letter = TAIWAN_LETTERS[t[s] - 'A'];
        return (letter / 10 + 9 * (letter % 10) + Sums.weighted(t, s + 1, TAIWAN)) % 10 == 0;
    }

    /** One or two letters, six digits, check digit or A; a missing first letter counts 36. */
    private static boolean hongKong(byte[] t, int s, int e) {
        int length = e - s;
        int letters = length - 7;
        if ((letters != 1 && letters != 2)
                || !isLetter(t, s)
                || !isLetter(t, s + letters - 1)
                || !digits(t, s + letters, e - 1)) {
            return false;
        }
        int sum = letters == 1 ? 9 * 36 + 8 * Chars.value(t[s]) : 9 * Chars.value(t[s]) + 8 * Chars.value(t[s + 1]);
        for (int i = 0; i < 6; i++) {
            sum += (7 - i) * digit(t, s + letters + i);
        }
        int check = t[e - 1] == 'A' ? 10 : digit(t, e - 1);
        return check >= 0 && check <= 10 && (sum + check) % 11 == 0;
    }

    private static boolean japaneseFirm(byte[] t, int s, int e) {
        if (!digits(t, s, e, 13)) {
            return false;
        }
        int sum = 0;
        for (int i = 1; i < 13; i++) {
            sum += (i % 2 == 1 ? 2 : 1) * digit(t, s + i);
        }
        return 9 - sum % 9 == digit(t, s);
    }

    private static boolean myNumber(byte[] t, int s) {
        int rest = Sums.weighted(t, s, MY_NUMBER) % 11;
        return (rest < 2 ? 0 : 11 - rest) == digit(t, s + 11) && !Chars.repeated(t, s, s + 12);
    }

    /** Date, then sex and century: 1–4, 9, 0 for citizens, four more for foreigners. */
    private static boolean koreanDate(byte[] t, int s, int e, int foreigner) {
        if (!digits(t, s, e, 13)) {
            return false;
        }
        int kind = digit(t, s + 6) - foreigner;
        int sex = digit(t, s + 6);
        int century;
        if (sex == 0 || sex == 9) {
            century = 1800;
        } else if (sex == 1 || sex == 2 || sex == 5 || sex == 6) {
            century = 1900;
        } else {
            century = 2000;
        }
        if (foreigner > 0 && (kind < 1 || kind > 4)) {
            return false;
        }
        int year = century + small(t, s, s + 2);
        return year <= Dates.LAST_YEAR
                && Dates.valid(year, small(t, s + 2, s + 4), small(t, s + 4, s + 6))
                && small(t, s + 7, s + 9) <= 96;
    }

    private static boolean korean(byte[] t, int s, int base) {
        return Math.floorMod(base - Sums.weighted(t, s, RRN) % 11, 10) == digit(t, s + 12);
    }

    private static boolean koreanFirm(byte[] t, int s, int e) {
        if (!digits(t, s, e, 10)
                || small(t, s, s + 3) < 101
                || small(t, s + 3, s + 5) == 0
                || small(t, s + 5, s + 9) == 0) {
            return false;
        }
        int sum = Sums.weighted(t, s, BRN) + 5 * digit(t, s + 8) / 10;
        return (10 - sum % 10) % 10 == digit(t, s + 9);
    }
}

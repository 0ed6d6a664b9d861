package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weights;

/** United Kingdom, Isle of Man and Ireland. */
final class BritishNumbers {
    private static final int[] NHS = weights("10 9 8 7 6 5 4 3 2");
    private static final int[] UTR = weights("6 7 8 9 10 5 4 3 2");
    private static final int[] VAT = weights("8 7 6 5 4 3 2 10 1");
    private static final int[] UPN = weights("2 3 4 5 6 7 8 9 10 11 12 13");
    /** Without I, O and S, which look like digits. */
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private static final int[] SEDOL = weights("1 3 1 7 3 9");
    private static final int[] PPS = weights("8 7 6 5 4 3 2");
    private static final String PPS_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";

    private BritishNumbers() {}

    static void addTo(RuleBook book) {
        Rule nhs = BritishNumbers::nhs;
        book.add("gb.nhs", nhs)
                .add("gb.chi", nhs.and((t, s, e) -> Dates.ddmmyy(t, s)))
                .add("gb.nino", BritishNumbers::nino)
                .add(
                        "gb.utr",
                        ((Rule) (t, s, e) -> digits(t, s, e, 10)
                                        && "21987654321".charAt(Sums.weighted(t, s + 1, UTR) % 11) == t[s])
                                .and((t, s, e) -> !Chars.repeated(t, s + 1, e))
                                .afterOptional("K"))
                .add("gb.driving_licence", BritishNumbers::drivingLicence)
                .add("gb.vat", ((Rule) BritishNumbers::vat).afterOptional("GB", "XI"))
                .add("gb.upn", BritishNumbers::pupil)
                .add("gb.sedol", "", BritishNumbers::sedol)
                .add("ie.pps", BritishNumbers::pps)
                .add("ie.vat", " -", ((Rule) BritishNumbers::irishVat).afterOptional("IE"));
    }

    /** NHS data dictionary: weights 10 to 2, 11 minus the remainder, 10 never issued. */
    private static boolean nhs(byte[] t, int s, int e) {
        if (!digits(t, s, e, 10) || Chars.repeated(t, s, e)) {
            return false;
        }
        return (11 - Sums.weighted(t, s, NHS) % 11) % 11 == digit(t, s + 9);
    }

    /** HMRC NIM39110: letters that are never used, prefixes that are not allocated, suffix A to D. */
    private static boolean nino(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 9 && length != 8) || !isLetter(t, s) || !isLetter(t, s + 1) || !digits(t, s + 2, s + 8)) {
            return false;
        }
        if (in(t, s, "DFIQUV") || in(t, s + 1, "DFIQUVO") || (length == 9 && !in(t, s + 8, "ABCD"))) {
            return false;
        }
        return !starts(t, s, e, "BG")
                && !starts(t, s, e, "GB")
                && !starts(t, s, e, "NK")
                && !starts(t, s, e, "KN")
                && !starts(t, s, e, "TN")
                && !starts(t, s, e, "NT")
                && !starts(t, s, e, "ZZ");
    }

    /** DVLA: surname padded with 9, decade, month (50 more for women), day, year, initials, check characters. */
    private static boolean drivingLicence(byte[] t, int s, int e) {
        if (e - s != 16 && e - s != 18) {
            return false;
        }
        int name = 0;
        while (name < 5 && isLetter(t, s + name)) {
            name++;
        }
        for (int i = name; i < 5; i++) {
            if (t[s + i] != '9') {
                return false;
            }
        }
        if (name == 0 || !digits(t, s + 5, s + 11) || !initials(t, s + 11) || !Chars.alphanumeric(t, s + 13, s + 16)) {
            return false;
        }
        int month = small(t, s + 6, s + 8) % 50;
        boolean dated = small(t, s + 6, s + 8) <= 62
                && Dates.eitherCentury(digit(t, s + 5) * 10 + digit(t, s + 10), month, small(t, s + 8, s + 10));
        return dated && (e - s == 16 || digits(t, s + 16, e));
    }

    private static boolean initials(byte[] t, int i) {
        return (isLetter(t, i) && (isLetter(t, i + 1) || t[i + 1] == '9')) || (t[i] == '9' && t[i + 1] == '9');
    }

    private static boolean vat(byte[] t, int s, int e) {
        int length = e - s;
        if (length == 5) {
            return digits(t, s + 2, e)
                    && ((starts(t, s, e, "GD") && small(t, s + 2, e) < 500)
                            || (starts(t, s, e, "HA") && small(t, s + 2, e) >= 500));
        }
        if (length == 11 && (starts(t, s, e, "GD8888") || starts(t, s, e, "HA8888"))) {
            if (!digits(t, s + 2, e)) {
                return false;
            }
            int department = small(t, s + 6, s + 9);
            return (t[s] == 'G' ? department < 500 : department >= 500) && department % 97 == small(t, s + 9, e);
        }
        if ((length != 9 && length != 12) || !digits(t, s, e)) {
            return false;
        }
        int rest = Sums.weighted(t, s, VAT) % 97;
        return rest == 0 || (small(t, s, s + 3) >= 100 && (rest == 42 || rest == 55));
    }

    /**
     * Department for Education, unique pupil numbers: check letter, local authority, school, year, serial; in a temporary
     * number the last character is a letter. Weights 2 to 13 modulo 23.
     */
    private static boolean pupil(byte[] t, int s, int e) {
        if (e - s != 13 || !in(t, s, UPN_LETTERS) || !digits(t, s + 1, e - 1)) {
            return false;
        }
        int last = Chars.isDigit(t, e - 1) ? digit(t, e - 1) : UPN_LETTERS.indexOf(t[e - 1]);
        if (last < 0 || !schoolAuthority(small(t, s + 1, s + 4))) {
            return false;
        }
        int sum = UPN[11] * last;
        for (int i = 0; i < 11; i++) {
            sum += UPN[i] * digit(t, s + 1 + i);
        }
        return UPN_LETTERS.charAt(sum % 23) == t[s];
    }

    /** The blocks in which the department numbers England's local authorities; those of Wales begin with 6. */
    private static boolean schoolAuthority(int code) {
        return (code >= 201 && code <= 213)
                || (code >= 301 && code <= 394)
                || code == 420
                || (code >= 660 && code <= 681)
                || (code >= 800 && code <= 896)
                || (code >= 908 && code <= 941);
    }

    private static boolean sedol(byte[] t, int s, int e) {
        if (e - s != 7 || !Chars.isDigit(t, e - 1)) {
            return false;
        }
        boolean old = Chars.isDigit(t, s);
        for (int i = s; i < e; i++) {
            if (!in(t, i, "0123456789BCDFGHJKLMNPQRSTVWXYZ") || (old && !Chars.isDigit(t, i))) {
                return false;
            }
        }
        return (10 - Sums.weightedLetters(t, s, SEDOL) % 10) % 10 == digit(t, s + 6);
    }

    /** Seven digits, a check letter, and from 2013 a second letter that counts nine times. */
    private static boolean pps(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 8 && length != 9) || !digits(t, s, s + 7) || !in(t, s + 7, PPS_LETTERS)) {
            return false;
        }
        if (length == 9 && !in(t, s + 8, "ABHWTX")) {
            return false;
        }
        int second = length == 9 && in(t, s + 8, "ABH") ? t[s + 8] - 'A' + 1 : 0;
        return ppsLetter(t, s, second) == t[s + 7];
    }

    private static char ppsLetter(byte[] t, int s, int second) {
        return PPS_LETTERS.charAt((Sums.weighted(t, s, PPS) + 9 * second) % 23);
    }

    private static boolean irishVat(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 8 && length != 9) || !Chars.isDigit(t, s) || !digits(t, s + 2, s + 7)) {
            return false;
        }
        if (Chars.isDigit(t, s + 1)) {
            int extra = length == 9 ? Chars.value(t[s + 8]) - 9 : 0;
            return extra >= 0
                    && isLetter(t, s + 7)
                    && (length == 8 || isLetter(t, s + 8))
                    && ppsLetter(t, s, extra == 23 ? 0 : extra) == t[s + 7];
        }
        // Before 2013: digit, letter or sign, five digits. The digits count as 0, those five, then the first.
        if (length != 8 || !(isLetter(t, s + 1) || t[s + 1] == '+' || t[s + 1] == '*')) {
            return false;
        }
        int sum = 2 * digit(t, s);
        for (int i = 2; i < 7; i++) {
            sum += (9 - i) * digit(t, s + i);
        }
        return PPS_LETTERS.charAt(sum % 23) == t[s + 7];
    }
}

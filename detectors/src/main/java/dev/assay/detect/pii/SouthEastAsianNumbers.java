package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Weighted.weights;

/** Thailand, Indonesia, Malaysia, Singapore, Vietnam and the Philippines. */
final class SouthEastAsianNumbers {
    private static final String ENTITY_TYPES =
            "CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM SS TC TU VH XL";
    private static final String UEN_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
    private static final int[] THAI = weights("13 12 11 10 9 8 7 6 5 4 3 2");
    private static final int[] NRIC = weights("2 7 6 5 4 3 2");
    private static final int[] UEN_BUSINESS = weights("10 4 9 3 8 2 7 1");
    private static final int[] UEN_LOCAL = weights("10 8 6 4 9 7 5 3 1");
    private static final int[] UEN_OTHER = weights("4 3 5 3 10 2 2 5 7");
    private static final int[] VIETNAM = weights("31 29 23 19 17 13 7 5 3");

    private SouthEastAsianNumbers() {}

    static void addTo(RuleBook book) {
        Rule pin = (t, s, e) -> digits(t, s, e, 13) && t[s] >= '1' && t[s] <= '8' && thai(t, s);
        Rule moa = (t, s, e) -> digits(t, s, e, 13) && t[s] == '0' && thai(t, s);
        Rule nik = SouthEastAsianNumbers::indonesian;
        book.add("th.pin", pin)
                .add("th.moa", moa)
                .add("th.tin", pin.or(moa))
                .add("id.nik", nik)
                .add(
                        "id.npwp",
                        (t, s, e) -> (digits(t, s, e, 15) && Sums.luhn(t, s, s + 9) == 0)
                                || (digits(t, s, e, 16)
                                        && (t[s] == '0' ? Sums.luhn(t, s, s + 10) == 0 : nik.holds(t, s, e))))
                .add(
                        "my.nric",
                        (t, s, e) ->
                                digits(t, s, e, 12) && Dates.yymmdd(t, s) && malaysianPlace(small(t, s + 6, s + 8)))
                .add("sg.nric", SouthEastAsianNumbers::singapore)
                .add("sg.uen", "", SouthEastAsianNumbers::singaporeFirm)
                .add("vn.mst", SouthEastAsianNumbers::vietnam)
                .add(
                        "ph.tin",
                        (t, s, e) -> digits(t, s, e) && (e - s == 9 || e - s == 12 || e - s == 14) && philippine(t, s));
    }

    private static boolean thai(byte[] t, int s) {
        return (11 - Sums.weighted(t, s, THAI) % 11) % 10 == digit(t, s + 12);
    }

    /** Province, regency, district, date (day + 40 for women), serial. */
    private static boolean indonesian(byte[] t, int s, int e) {
        if (!digits(t, s, e, 16)) {
            return false;
        }
        int province = small(t, s, s + 2);
        int day = small(t, s + 6, s + 8);
        return province >= 11
                && province <= 99
                && IndonesianProvinces.has(province)
                && Dates.eitherCentury(small(t, s + 10, s + 12), small(t, s + 8, s + 10), day > 40 ? day - 40 : day);
    }

    private static boolean malaysianPlace(int place) {
        return (place >= 1 && place <= 16)
                || (place >= 21 && place <= 59)
                || (place >= 60 && place <= 68)
                || place == 71
                || place == 72
                || (place >= 74 && place <= 79)
                || (place >= 82 && place <= 93)
                || place == 98
                || place == 99;
    }

    /** S and T for citizens and residents, F, G and M for foreigners; each with its own table of letters. */
    private static boolean singapore(byte[] t, int s, int e) {
        if (!matches(t, s, e, "A9999999A") || !in(t, s, "STFGM")) {
            return false;
        }
        int sum = Sums.weighted(t, s + 1, NRIC) + (in(t, s, "TG") ? 4 : t[s] == 'M' ? 3 : 0);
        String letters = in(t, s, "ST") ? "JZIHGFEDCBA" : t[s] == 'M' ? "XWUTRQPNJLK" : "XWUTRQPNMLK";
        return t[s + 8] == (byte) letters.charAt(sum % 11);
    }

    private static boolean singaporeFirm(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 9 && length != 10) || !isLetter(t, e - 1)) {
            return false;
        }
        if (length == 9) {
            return digits(t, s, e - 1)
                    && t[e - 1] == (byte) "XMKECAWLJDB".charAt(Sums.weighted(t, s, UEN_BUSINESS) % 11);
        }
        if (Chars.isDigit(t, s)) {
            return digits(t, s, e - 1)
                    && small(t, s, s + 4) <= Dates.LAST_YEAR
                    && t[e - 1] == (byte) "ZKCMDNERGWH".charAt(Sums.weighted(t, s, UEN_LOCAL) % 11);
        }
        if (!in(t, s, "RST") || !digits(t, s + 1, s + 3) || !digits(t, s + 5, s + 9)) {
            return false;
        }
        if (t[s] == 'T' && small(t, s + 1, s + 3) > Dates.LAST_YEAR - 2000) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int value = UEN_ALPHABET.indexOf(t[s + i]);
            if (value < 0) {
                return false;
            }
            sum += UEN_OTHER[i] * value;
        }
        return entityType(t, s + 3) && t[e - 1] == (byte) UEN_ALPHABET.charAt(Math.floorMod(sum - 5, 11));
    }

    private static boolean entityType(byte[] t, int i) {
        for (int j = 0; j < ENTITY_TYPES.length(); j += 3) {
            if (t[i] == (byte) ENTITY_TYPES.charAt(j) && t[i + 1] == (byte) ENTITY_TYPES.charAt(j + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean vietnam(byte[] t, int s, int e) {
        return (digits(t, s, e, 10) || (digits(t, s, e, 13) && small(t, s + 10, e) > 0))
                && small(t, s + 2, s + 9) > 0
                && 10 - Sums.weighted(t, s, VIETNAM) % 11 == digit(t, s + 9);
    }

    private static boolean philippine(byte[] t, int s) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * digit(t, s + i);
        }
        return sum % 11 % 10 == digit(t, s + 8);
    }
}

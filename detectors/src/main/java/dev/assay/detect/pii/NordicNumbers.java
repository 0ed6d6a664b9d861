package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.mask;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** Denmark with the Faroe Islands, Finland, Iceland, Norway and Sweden. */
final class NordicNumbers {
    private static final String HETU_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final int[] NORWEGIAN_FIRST = weights("3 7 6 1 8 9 4 5 2 1");
    private static final int[] NORWEGIAN_SECOND = weights("5 4 3 2 7 6 5 4 3 2 1");
    private static final int[] ICELANDIC = weights("3 2 7 6 5 4 3 2 1");

    private NordicNumbers() {}

    static void addTo(RuleBook book) {
        Rule orgnr = weighted("999999999", "3 2 7 6 5 4 3 2", 11, "0?987654321");
        Rule swedishFirm = (t, s, e) -> digits(t, s, e, 10) && Sums.luhn(t, s, e) == 0;
        book.add("dk.cpr", NordicNumbers::danish)
                .add(
                        "dk.cvr",
                        weighted("99999999", "2 7 6 5 4 3 2 1", 11, "")
                                .and((t, s, e) -> t[s] != '0')
                                .afterOptional("DK"))
                .add("fo.vn", mask("999999").afterOptional("FO"))
                .add("fi.hetu", " ", (t, s, e) -> finnish(t, s, e, 2, 899))
                .add("fi.hetu_test", " ", (t, s, e) -> finnish(t, s, e, 900, 999))
                .add("fi.alv", weighted("99999999", "7 9 10 5 8 4 2 1", 11, "").afterOptional("FI"))
                .add("fi.ytunnus", weighted("99999999", "7 9 10 5 8 4 2 1", 11, ""))
                .add("fi.veronumero", mask("999999999999"))
                .add("fi.associationid", (t, s, e) -> digits(t, s, e) && e - s <= 6)
                .add("is_.kennitala", NordicNumbers::icelandic)
                .add("is_.vsk", mask("99999", "999999").afterOptional("IS"))
                .add("no.fodselsnummer", NordicNumbers::norwegian)
                .add("no.orgnr", orgnr)
                .add(
                        "no.mva",
                        ((Rule) (t, s, e) -> e - s == 12 && starts(t, s + 9, e, "MVA") && orgnr.holds(t, s, s + 9))
                                .afterOptional("NO"))
                .add("se.orgnr", swedishFirm)
                .add(
                        "se.vat",
                        ((Rule) (t, s, e) ->
                                        e - s == 12 && starts(t, s + 10, e, "01") && swedishFirm.holds(t, s, s + 10))
                                .afterOptional("SE"))
                .add("se.personnummer", " ", NordicNumbers::swedish)
                .add("se.postnummer", ((Rule) (t, s, e) -> digits(t, s, e, 5) && t[s] != '0').afterOptional("SE"));
    }

    /** Only the date and the century digit: since 2007 numbers are issued without the check. */
    private static boolean danish(byte[] t, int s, int e) {
        if (!digits(t, s, e, 10)) {
            return false;
        }
        int year = small(t, s + 4, s + 6);
        int century = digit(t, s + 6);
        int full;
        if (century <= 3) {
            full = 1900 + year;
        } else if (century == 4 || century == 9) {
            full = year <= 36 ? 2000 + year : 1900 + year;
        } else {
            full = year <= 57 ? 2000 + year : 1800 + year;
        }
        return full <= Dates.LAST_YEAR && Dates.valid(full, small(t, s + 2, s + 4), small(t, s, s + 2));
    }

    /** Date, century sign, serial, remainder of 31; serials from 900 are for tests and patients without a number. */
    private static boolean finnish(byte[] t, int s, int e, int first, int last) {
        if (e - s != 11 || !digits(t, s, s + 6) || !digits(t, s + 7, s + 10)) {
            return false;
        }
        int century = t[s + 6] == '+' ? 1800 : in(t, s + 6, "-UVWXY") ? 1900 : in(t, s + 6, "ABCDEF") ? 2000 : 0;
        int serial = small(t, s + 7, s + 10);
        if (century == 0 || serial < first || serial > last) {
            return false;
        }
        int date = small(t, s, s + 6);
        return Dates.valid(century + small(t, s + 4, s + 6), small(t, s + 2, s + 4), small(t, s, s + 2))
                && HETU_CHECKS.charAt((date * 1000 + serial) % 31) == t[s + 10];
    }

    /** Date (day + 40 for organisations), serial, check digit, century. */
    private static boolean icelandic(byte[] t, int s, int e) {
        if (!digits(t, s, e, 10) || Sums.weighted(t, s, ICELANDIC) % 11 != 0) {
            return false;
        }
        int day = small(t, s, s + 2);
        int century = t[s + 9] == '9' ? 1900 : t[s + 9] == '0' ? 2000 : t[s + 9] == '8' ? 1800 : 0;
        return century > 0
                && Dates.valid(century + small(t, s + 4, s + 6), small(t, s + 2, s + 4), day > 40 ? day - 40 : day);
    }

    /** Date (day + 40 D-number, month + 40 hospital, + 80 synthetic), individual number, two digits modulo 11. */
    private static boolean norwegian(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11)
                || Sums.weighted(t, s, NORWEGIAN_FIRST) % 11 != 0
                || Sums.weighted(t, s, NORWEGIAN_SECOND) % 11 != 0) {
            return false;
        }
        int day = small(t, s, s + 2);
        int month = small(t, s + 2, s + 4);
        int year = small(t, s + 4, s + 6);
        int individual = small(t, s + 6, s + 9);
        int full;
        if (individual < 500) {
            full = 1900 + year;
        } else if (year >= 54 && individual < 750) {
            full = 1800 + year;
        } else if (year < 40) {
            full = 2000 + year;
        } else if (individual >= 900) {
            full = 1900 + year;
        } else {
            return false;
        }
        return full <= Dates.LAST_YEAR
                && Dates.valid(
                        full, month > 80 ? month - 80 : month > 40 ? month - 40 : month, day > 40 ? day - 40 : day);
    }

    /** Ten or twelve digits, the last four behind {@code -} or {@code +}; coordination numbers add 60 to the day. */
    private static boolean swedish(byte[] t, int s, int e) {
        int length = e - s;
        boolean signed = length == 11 || length == 13;
        if (!signed && length != 10 && length != 12) {
            return false;
        }
        int split = signed ? e - 5 : e - 4;
        if ((signed && t[split] != '-' && t[split] != '+') || !digits(t, s, split) || !digits(t, e - 4, e)) {
            return false;
        }
        int born = split - 6;
        int day = small(t, split - 2, split);
        day = day > 60 ? day - 60 : day;
        int month = small(t, split - 4, split - 2);
        boolean dated = born > s
                ? Dates.valid(small(t, s, s + 4), month, day) && small(t, s, s + 4) <= Dates.LAST_YEAR
                : Dates.eitherCentury(small(t, born, born + 2), month, day);
        int sum = Sums.luhn(t, e - 4, e) + Sums.luhn(t, born, split);
        return dated && sum % 10 == 0;
    }
}

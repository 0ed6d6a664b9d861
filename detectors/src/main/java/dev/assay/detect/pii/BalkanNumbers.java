package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** South-eastern Europe: Slovenia to Romania, Bulgaria, Greece, Cyprus and Moldova. */
final class BalkanNumbers {
    private static final int[] UNIQUE = weights("7 6 5 4 3 2 7 6 5 4 3 2 1");
    private static final int[] PERSONAL = weights("2 7 9 1 4 6 3 5 8 2 7 9");
    private static final int[] FIRM = weights("7 5 3 2 1 7 5 3 2");
    private static final int[] EGN = weights("2 4 8 5 10 9 7 3 6");
    private static final int[] FOREIGNER = weights("21 19 17 13 11 9 7 3 1");
    private static final int[] OTHER = weights("4 3 2 7 6 5 4 3 2");
    private static final int[] CYPRUS = weights("1 0 5 7 9 13 15 17 19 21");

    private BalkanNumbers() {}

    static void addTo(RuleBook book) {
        Rule unique = BalkanNumbers::uniqueMaster;
        Rule egn = BalkanNumbers::egn;
        Rule foreigner = (t, s, e) -> digits(t, s, e, 10) && Sums.weighted(t, s, FOREIGNER) % 10 == digit(t, s + 9);
        Rule cnp = BalkanNumbers::romanian;
        Rule cui = ((Rule) BalkanNumbers::romanianFirm).afterOptional("RO");
        book.add("si.emso", unique)
                .add(
                        "si.ddv",
                        weighted("99999999", "8 7 6 5 4 3 2", 11, "?0987654321")
                                .or(BalkanNumbers::slovenianTen)
                                .and((t, s, e) -> t[s] != '0')
                                .afterOptional("SI"))
                .add("si.maticna", BalkanNumbers::slovenianRegister)
                .add("rs.jmbg", unique)
                .add("rs.pib", (t, s, e) -> digits(t, s, e, 9) && Sums.hybrid(t, s, e, 10) == 1)
                .add("ba.jmbg", unique)
                .add("me.pib", weighted("99999999", "8 7 6 5 4 3 2", 11, "00987654321"))
                .add(
                        "mk.edb",
                        weighted("9999999999999", "7 6 5 4 3 2 7 6 5 4 3 2", 11, "00987654321")
                                .afterOptional("MK"))
                .add(
                        "hr.oib",
                        ((Rule) (t, s, e) -> digits(t, s, e, 11) && Sums.hybrid(t, s, e, 10) == 1).afterOptional("HR"))
                .add("ro.cnp", cnp)
                .add("ro.cui", cui)
                .add("ro.cf", cnp.or(cui))
                .add("ro.onrc", "", new RomanianRegister())
                .add("bg.egn", egn)
                .add("bg.pnf", foreigner)
                .add(
                        "bg.vat",
                        egn.or(foreigner).or(BalkanNumbers::bulgarianFirm).afterOptional("BG"))
                .add("gr.vat", ((Rule) BalkanNumbers::greek).afterOptional("EL", "GR"))
                .add("gr.amka", (t, s, e) -> digits(t, s, e, 11) && Sums.luhn(t, s, e) == 0 && Dates.ddmmyy(t, s))
                .add("cy.vat", ((Rule) BalkanNumbers::cyprus).afterOptional("CY"))
                .add("md.idno", weighted("9999999999999", "7 3 1 7 3 1 7 3 1 7 3 1", 10, "0123456789"))
                .add(
                        "al.nipt",
                        ((Rule) (t, s, e) -> matches(t, s, e, "A99999999A") && t[s] <= 'M')
                                .afterOptional("AL", "(AL)"));
    }

    /** Date with three digits of the year, region, serial, check; all former Yugoslavia. */
    private static boolean uniqueMaster(byte[] t, int s, int e) {
        if (!digits(t, s, e, 13)) {
            return false;
        }
        int check = (11 - (Sums.weighted(t, s, UNIQUE) - digit(t, s + 12)) % 11) % 11;
        int year = small(t, s + 4, s + 7);
        year += year < 800 ? 2000 : 1000;
        return check % 10 == digit(t, s + 12)
                && year <= Dates.LAST_YEAR
                && Dates.valid(year, small(t, s + 2, s + 4), small(t, s, s + 2));
    }

    private static boolean slovenianTen(byte[] t, int s, int e) {
        int sum = 0;
        for (int i = 0; i < 7 && e - s == 8; i++) {
            sum += (8 - i) * digit(t, s + i);
        }
        return digits(t, s, e, 8) && 11 - sum % 11 == 10 && t[e - 1] == '0';
    }

    /** Six digits and a check digit, then three characters of the unit. */
    private static boolean slovenianRegister(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 7 && length != 10) || !digits(t, s, s + 7)) {
            return false;
        }
        if (length == 10 && !(Chars.value(t[s + 7]) >= 0 && digits(t, s + 8, e))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (7 - i) * digit(t, s + i);
        }
        int check = 11 - sum % 11;
        return check != 11 && check % 10 == digit(t, s + 6);
    }

    /** Sex and century, date, county, serial, check. */
    private static boolean romanian(byte[] t, int s, int e) {
        if (!digits(t, s, e, 13) || t[s] == '0') {
            return false;
        }
        int check = Sums.weighted(t, s, PERSONAL) % 11;
        int first = digit(t, s);
        int century = first == 3 || first == 4 ? 1800 : first == 5 || first == 6 ? 2000 : 1900;
        int county = small(t, s + 7, s + 9);
        boolean placed = (county >= 1 && county <= 48)
                || county == 51
                || county == 52
                || county == 70
                || (county >= 80 && county <= 83);
        int year = small(t, s + 1, s + 3);
        boolean dated = Dates.valid(century + year, small(t, s + 3, s + 5), small(t, s + 5, s + 7))
                || (first >= 7 && Dates.valid(2000 + year, small(t, s + 3, s + 5), small(t, s + 5, s + 7)));
        return placed && dated && (check == 10 ? 1 : check) == digit(t, s + 12);
    }

    /** Two to ten digits, padded in front to nine and a check digit. */
    private static boolean romanianFirm(byte[] t, int s, int e) {
        int length = e - s;
        if (length < 2 || length > 10 || !digits(t, s, e) || t[s] == '0') {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length - 1; i++) {
            sum += FIRM[9 - (length - 1) + i] * digit(t, s + i);
        }
        return 10 * sum % 11 % 10 == digit(t, e - 1);
    }

    private static boolean egn(byte[] t, int s, int e) {
        if (!digits(t, s, e, 10) || Sums.weighted(t, s, EGN) % 11 % 10 != digit(t, s + 9)) {
            return false;
        }
        int month = small(t, s + 2, s + 4);
        int century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
        return Dates.valid(
                century + small(t, s, s + 2),
                month > 40 ? month - 40 : month > 20 ? month - 20 : month,
                small(t, s + 4, s + 6));
    }

    private static boolean bulgarianFirm(byte[] t, int s, int e) {
        if (digits(t, s, e, 10)) {
            return (11 - Sums.weighted(t, s, OTHER) % 11) % 11 % 10 == digit(t, s + 9);
        }
        if (!digits(t, s, e, 9)) {
            return false;
        }
        int first = 0;
        int second = 0;
        for (int i = 0; i < 8; i++) {
            first += (i + 1) * digit(t, s + i);
            second += (i + 3) * digit(t, s + i);
        }
        return (first % 11 == 10 ? second % 11 % 10 : first % 11) == digit(t, s + 8);
    }

    /** Nine digits; eight where the leading zero is left out. Powers of two. */
    private static boolean greek(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 8 && length != 9) || !digits(t, s, e)) {
            return false;
        }
        int sum = 0;
        for (int i = s; i < e - 1; i++) {
            sum = sum * 2 + digit(t, i);
        }
        return sum * 2 % 11 % 10 == digit(t, e - 1);
    }

    private static boolean cyprus(byte[] t, int s, int e) {
        if (!matches(t, s, e, "99999999A") || starts(t, s, e, "12")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? CYPRUS[digit(t, s + i)] : digit(t, s + i);
        }
        return t[s + 8] == 'A' + sum % 26;
    }
}

package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weighted;

/** Belgium, the Netherlands and Luxembourg. */
final class BeneluxNumbers {
    private BeneluxNumbers() {}

    static void addTo(RuleBook book) {
        Rule national = (t, s, e) -> belgianPerson(t, s, e, false);
        Rule bis = (t, s, e) -> belgianPerson(t, s, e, true);
        Rule bsn = weighted("999999999", "9 8 7 6 5 4 3 2 -1", 11, "").and((t, s, e) -> small(t, s, e) > 0);
        book.add("be.nn", national)
                .add("be.bis", bis)
                .add("be.ssn", national.or(bis))
                .add("be.eid", (t, s, e) -> digits(t, s, e, 12) && mod97OrFull(t, s, e))
                .add("be.vat", ((Rule) BeneluxNumbers::belgianFirm).afterOptional("BE", "(0)"))
                .add("nl.bsn", padded(bsn))
                .add(
                        "nl.onderwijsnummer",
                        padded((t, s, e) -> starts(t, s, e, "10") && digits(t, s, e, 9) && education(t, s)))
                .add("nl.btw", ((Rule) (t, s, e) -> dutchVat(t, s, e, bsn)).afterOptional("NL"))
                .add(
                        "nl.brin",
                        " -.",
                        (t, s, e) -> (e - s == 4 || e - s == 6)
                                && digits(t, s, s + 2)
                                && isLetter(t, s + 2)
                                && isLetter(t, s + 3)
                                && (e - s == 4 || digits(t, s + 4, e)))
                .add("nl.postcode", ((Rule) BeneluxNumbers::dutchPostcode).afterOptional("NL"))
                .add("nl.identiteitskaartnummer", BeneluxNumbers::dutchDocument)
                .add(
                        "lu.tva",
                        ((Rule) (t, s, e) -> digits(t, s, e, 8) && small(t, s, s + 6) % 89 == small(t, s + 6, e))
                                .afterOptional("LU"))
                .add(
                        "lu.matricule",
                        (t, s, e) -> digits(t, s, e, 13)
                                && Dates.yyyymmdd(t, s)
                                && Sums.luhn(t, s, s + 12) == 0
                                && verhoeffWithoutTwelfth(t, s));
    }

    /** A Dutch number may be written without its leading zeros. */
    private static Rule padded(Rule rule) {
        return (t, s, e) -> {
            if (e - s >= 9 || e - s < 7) {
                return e - s == 9 && rule.holds(t, s, e);
            }
            byte[] padded = {'0', '0', '0', '0', '0', '0', '0', '0', '0'};
            System.arraycopy(t, s, padded, 9 - (e - s), e - s);
            return rule.holds(padded, 0, 9);
        };
    }

    /** As a BSN, with remainder 5. */
    private static boolean education(byte[] t, int s) {
        int sum = -digit(t, s + 8);
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * digit(t, s + i);
        }
        return Math.floorMod(sum, 11) == 5;
    }

    private static boolean mod97OrFull(byte[] t, int s, int e) {
        int rest = Sums.modulo(t, s, e - 2, 97);
        return (rest == 0 ? 97 : rest) == small(t, e - 2, e);
    }

    /** Date, serial, 97 minus the remainder of the first nine, a 2 in front for those born from 2000. */
    private static boolean belgianPerson(byte[] t, int s, int e, boolean bis) {
        if (!digits(t, s, e, 11)) {
            return false;
        }
        long first = Chars.number(t, s, s + 9);
        int check = small(t, s + 9, e);
        boolean before = 97 - first % 97 == check;
        boolean after = 97 - (2_000_000_000L + first) % 97 == check;
        int month = small(t, s + 2, s + 4);
        if (bis) {
            month = month >= 40 ? month - 40 : month >= 20 ? month - 20 : 99;
        }
        int day = small(t, s + 4, s + 6);
        int year = small(t, s, s + 2);
        boolean unknown = month <= 12 && (month == 0 || day == 0);
        return (before && (unknown || Dates.valid(1900 + year, month, day)))
                || (after && year <= Dates.LAST_YEAR - 2000 && (unknown || Dates.valid(2000 + year, month, day)));
    }

    private static boolean belgianFirm(byte[] t, int s, int e) {
        if (!digits(t, s, e) || (e - s != 9 && e - s != 10)) {
            return false;
        }
        int first = e - 9;
        int lead = e - s == 10 ? digit(t, s) : 0;
        long number = lead * 10_000_000L + small(t, first, first + 7);
        return lead <= 1 && number > 0 && 97 - number % 97 == small(t, e - 2, e);
    }

    /** Nine digits, B, two digits: a number by the eleven test (until 2020), or MOD 97-10 over all with NL in front. */
    private static boolean dutchVat(byte[] t, int s, int e, Rule bsn) {
        if (e - s == 11 || e - s == 10) {
            byte[] padded = {'0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'};
            System.arraycopy(t, s, padded, 12 - (e - s), e - s);
            return dutchVat(padded, 0, 12, bsn);
        }
        if (e - s != 12 || !digits(t, s, s + 9) || t[s + 9] != 'B' || !digits(t, s + 10, e)) {
            return false;
        }
        if (small(t, s, s + 9) == 0 || small(t, s + 10, e) == 0) {
            return false;
        }
        // NL as 23 and 21.
        return bsn.holds(t, s, s + 9) || Sums.mod97(t, s, e, 2321 % 97) == 1;
    }

    private static boolean dutchPostcode(byte[] t, int s, int e) {
        return matches(t, s, e, "9999AA")
                && t[s] != '0'
                && !starts(t, s + 4, e, "SA")
                && !starts(t, s + 4, e, "SD")
                && !starts(t, s + 4, e, "SS");
    }

    /** Two letters, six letters or digits without O, one digit. */
    private static boolean dutchDocument(byte[] t, int s, int e) {
        if (e - s != 9 || !isLetter(t, s) || !isLetter(t, s + 1) || !Chars.alphanumeric(t, s, e)) {
            return false;
        }
        for (int i = s; i < e; i++) {
            if (t[i] == 'O') {
                return false;
            }
        }
        return Chars.isDigit(t, e - 1);
    }

    private static boolean verhoeffWithoutTwelfth(byte[] t, int s) {
        byte[] rest = new byte[12];
        System.arraycopy(t, s, rest, 0, 11);
        rest[11] = t[s + 12];
        return Sums.verhoeff(rest, 0, 12) == 0;
    }
}

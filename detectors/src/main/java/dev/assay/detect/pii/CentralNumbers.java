package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** Poland, Czechia, Slovakia and Hungary. */
final class CentralNumbers {
    private static final int[] PESEL = weights("1 3 7 9 1 3 7 9 1 3 1");

    private CentralNumbers() {}

    static void addTo(RuleBook book) {
        Rule ico = weighted("99999999", "8 7 6 5 4 3 2", 11, "10987654321");
        Rule birth = CentralNumbers::birthNumber;
        Rule regon = weighted("999999999", "8 9 2 3 4 5 6 7", 11, "01234567890");
        book.add("pl.pesel", CentralNumbers::pesel)
                .add(
                        "pl.nip",
                        weighted("9999999999", "6 5 7 2 3 4 5 6 7", 11, "0123456789?")
                                .afterOptional("PL"))
                .add(
                        "pl.regon",
                        regon.or((t, s, e) -> e - s == 14
                                && regon.holds(t, s, s + 9)
                                && weighted("99999999999999", "2 4 8 5 0 9 7 3 6 1 2 4 8", 11, "01234567890")
                                        .holds(t, s, e)))
                .add("pl.id_card", weighted("AAA999999", "7 3 1 9 7 3 1 7 3", 10, ""))
                .add("cz.rc", birth)
                .add("sk.rc", birth)
                .add("cz.ico", ico)
                .add("sk.ico", ico)
                .add(
                        "cz.dic",
                        ico.and((t, s, e) -> t[s] != '9')
                                .or((t, s, e) -> digits(t, s, e, 9) && t[s] == '6' && special(t, s))
                                .or(birth)
                                .afterOptional("CZ"))
                .add(
                        "sk.dph",
                        birth.or((t, s, e) -> digits(t, s, e, 10)
                                        && t[s] != '0'
                                        && in(t, s + 2, "234789")
                                        && Sums.modulo(t, s, e, 11) == 0)
                                .afterOptional("SK"))
                .add("hu.anum", weighted("99999999", "9 7 3 1 9 7 3 1", 10, "").afterOptional("HU"))
                .add("hu.adoszam", (t, s, e) -> digits(t, s, e, 10) && t[s] == '8' && hungarianTax(t, s))
                .add("hu.taj", weighted("999999999", "3 7 3 7 3 7 3 7", 10, "0123456789"));
    }

    /** Weights over eleven digits, and a date whose century is in the month. */
    private static boolean pesel(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11) || Sums.weighted(t, s, PESEL) % 10 != 0) {
            return false;
        }
        int month = small(t, s + 2, s + 4);
        int century = month > 80 ? 1800 : 1900 + month / 20 * 100;
        return Dates.valid(century + small(t, s, s + 2), month % 20, small(t, s + 4, s + 6));
    }

    /** Date (50 more in women's months, 20 or 70 where a day was used up), serial; from 1954 divisible by 11. */
    private static boolean birthNumber(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 9 && length != 10) || !digits(t, s, e)) {
            return false;
        }
        int year = 1900 + small(t, s, s + 2);
        int month = small(t, s + 2, s + 4) % 50 % 20;
        if (length == 9) {
            year = year >= 1980 ? year - 100 : year;
            if (year > 1953) {
                return false;
            }
        } else {
            year = year < 1954 ? year + 100 : year;
            int rest = small(t, s, s + 9) % 11;
            if (rest == 10 && year < 1985) {
                rest = 0;
            }
            if (rest % 10 != digit(t, s + 9)) {
                return false;
            }
        }
        return Dates.valid(year, month, small(t, s + 4, s + 6));
    }

    private static boolean special(byte[] t, int s) {
        int sum = 0;
        for (int i = 1; i < 8; i++) {
            sum += (9 - i) * digit(t, s + i);
        }
        return (8 - (10 - sum % 11) % 11 + 10) % 10 == digit(t, s + 8);
    }

    private static boolean hungarianTax(byte[] t, int s) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (i + 1) * digit(t, s + i);
        }
        return sum % 11 == digit(t, s + 9);
    }
}

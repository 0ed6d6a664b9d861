package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** Italy, San Marino and Malta. */
final class ItalianNumbers {
    private static final String MONTHS = "ABCDEHLMPRST";
    /** Letters that stand for digits when two people would have the same code. */
    private static final String OMOCODIA = "LMNPQRSTUV";
    /** What 0–9 and A–Z count on odd places; even places count their order. */
    private static final int[] ODD = weights("1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23");

    private static final String AIC = "0123456789BCDFGHJKLMNPQRSTUVWXYZ";

    private ItalianNumbers() {}

    static void addTo(RuleBook book) {
        Rule vat = ((Rule) ItalianNumbers::vat).afterOptional("IT");
        book.add("it.iva", vat)
                .add("it.codicefiscale", " -./", ((Rule) ItalianNumbers::personal).or(vat))
                .add("it.codicefiscale_personal", ItalianNumbers::personal)
                .add("it.aic", " -.", ItalianNumbers::drug)
                .add("sm.coe", " -.", (t, s, e) -> digits(t, s, e) && e - s <= 6)
                .add(
                        "mt.vat",
                        weighted("99999999", "3 4 6 7 8 9 10 1", 37, "")
                                .and((t, s, e) -> t[s] != '0')
                                .afterOptional("MT"));
    }

    private static boolean vat(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11) || Sums.luhn(t, s, e) != 0 || small(t, s, s + 7) == 0) {
            return false;
        }
        int province = small(t, s + 7, s + 10);
        return (province >= 1 && province <= 100)
                || province == 120
                || province == 121
                || province == 888
                || province == 999;
    }

    /** Surname, name, year, month, day (40 more for women), town, check letter. */
    private static boolean personal(byte[] t, int s, int e) {
        if (e - s != 16 || !isLetter(t, s + 15) || !isLetter(t, s + 11) || !in(t, s + 8, MONTHS)) {
            return false;
        }
        for (int i = s; i < s + 6; i++) {
            if (!isLetter(t, i)) {
                return false;
            }
        }
        int year = two(t, s + 6);
        int day = two(t, s + 9);
        int town = two(t, s + 12);
        if (year < 0 || day < 0 || town < 0 || omocode(t[s + 14]) < 0) {
            return false;
        }
        int month = MONTHS.indexOf(t[s + 8]) + 1;
        return Dates.eitherCentury(year, month, day > 40 ? day - 40 : day) && letter(t, s) == t[s + 15];
    }

    private static int omocode(byte character) {
        return character >= '0' && character <= '9' ? character - '0' : OMOCODIA.indexOf(character);
    }

    private static int two(byte[] t, int i) {
        int tens = omocode(t[i]);
        int ones = omocode(t[i + 1]);
        return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
    }

    private static int letter(byte[] t, int s) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int order = Chars.isDigit(t, s + i) ? digit(t, s + i) : t[s + i] - 'A';
            sum += i % 2 == 0 ? ODD[order] : order;
        }
        return 'A' + sum % 26;
    }

    /** Nine digits with a check digit, or the same number in base 32. */
    private static boolean drug(byte[] t, int s, int e) {
        if (e - s == 6) {
            int number = 0;
            for (int i = s; i < e; i++) {
                int value = AIC.indexOf(t[i]);
                if (value < 0) {
                    return false;
                }
                number = number * 32 + value;
            }
            return number < 100_000_000 && drugDigit(number / 10) == number % 10;
        }
        return digits(t, s, e, 9) && t[s] == '0' && drugDigit(small(t, s, s + 8)) == digit(t, s + 8);
    }

    private static int drugDigit(int number) {
        int sum = 0;
        int rest = number;
        for (int i = 0; i < 8; i++) {
            int digit = rest % 10 * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
            rest /= 10;
        }
        return sum % 10;
    }
}

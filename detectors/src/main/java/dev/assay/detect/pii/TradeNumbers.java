package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Weighted.weights;

/** Trade, substances, ships and containers. */
final class TradeNumbers {
    private static final int[] IMO = weights("7 6 5 4 3 2");

    private TradeNumbers() {}

    static void addTo(RuleBook book) {
        book.add("ean", (t, s, e) -> ean(t, s, e))
                .add("casrn", " ", TradeNumbers::substance)
                .add(
                        "imo",
                        ((Rule) (t, s, e) -> digits(t, s, e, 7) && Sums.weighted(t, s, IMO) % 10 == digit(t, s + 6))
                                .afterOptional("IMO"))
                .add("iso6346", TradeNumbers::container)
                .add("damm", (t, s, e) -> digits(t, s, e) && Sums.damm(t, s, e) == 0)
                .add("verhoeff", (t, s, e) -> digits(t, s, e) && Sums.verhoeff(t, s, e) == 0)
                .add("iso7064.mod_11_10", (t, s, e) -> digits(t, s, e) && Sums.hybrid(t, s, e, 10) == 1)
                .add(
                        "iso7064.mod_11_2",
                        (t, s, e) -> e - s > 1
                                && digits(t, s, e - 1)
                                && (Chars.isDigit(t, e - 1) || t[e - 1] == 'X')
                                && Sums.mod11Radix2(t, s, e) == 1)
                .add(
                        "iso7064.mod_37_2",
                        " -./",
                        (t, s, e) -> e - s > 1
                                && Chars.alphanumeric(t, s, e - 1)
                                && (Chars.value(t[e - 1]) >= 0 || t[e - 1] == '*')
                                && Sums.mod37Radix2(t, s, e) == 1)
                .add("iso7064.mod_37_36", (t, s, e) -> Chars.alphanumeric(t, s, e) && Sums.hybrid(t, s, e, 36) == 1)
                .add("iso7064.mod_97_10", (t, s, e) -> Chars.alphanumeric(t, s, e) && Sums.mod97(t, s, e) == 1);
    }

    /** GTIN-8, -12, -13 and -14. */
    static boolean ean(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 8 && length != 12 && length != 13 && length != 14) || !digits(t, s, e)) {
            return false;
        }
        int sum = 0;
        for (int i = e - 1; i >= s; i--) {
            sum += ((e - 1 - i) % 2 == 0 ? 1 : 3) * digit(t, i);
        }
        return sum % 10 == 0;
    }

    /** Two to seven digits, two digits, check digit; dashes between. */
    private static boolean substance(byte[] t, int s, int e) {
        if (e - s < 7 || e - s > 12 || t[e - 2] != '-' || t[e - 5] != '-' || t[s] == '0') {
            return false;
        }
        if (!digits(t, s, e - 5) || !digits(t, e - 4, e - 2) || !Chars.isDigit(t, e - 1)) {
            return false;
        }
        int sum = digit(t, e - 3) + 2 * digit(t, e - 4);
        int weight = 3;
        for (int i = e - 6; i >= s; i--) {
            sum += weight++ * digit(t, i);
        }
        return sum % 10 == digit(t, e - 1);
    }

    /** Owner, category, serial; letters skip the multiples of 11, weights are powers of two. */
    private static boolean container(byte[] t, int s, int e) {
        if (!matches(t, s, e, "AAAA9999999") || !in(t, s + 3, "UJZR")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int value = Chars.value(t[s + i]);
            if (value > 9) {
                value += (value - 1) / 10;
            }
            sum += value << i;
        }
        return sum % 11 % 10 == digit(t, s + 10);
    }
}

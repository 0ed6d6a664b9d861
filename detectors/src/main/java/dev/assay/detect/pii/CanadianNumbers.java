package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weights;

/** Canada. */
final class CanadianNumbers {
    private static final int[] BC = weights("2 4 8 5 10 9 7 3");

    private CanadianNumbers() {}

    static void addTo(RuleBook book) {
        book.add("ca.sin", (t, s, e) -> digits(t, s, e, 9) && t[s] != '0' && t[s] != '8' && Sums.luhn(t, s, e) == 0)
                .add("ca.bn", CanadianNumbers::business)
                .add("ca.bc_phn", CanadianNumbers::britishColumbia)
                .add(
                        "ca.ohip",
                        (t, s, e) -> (e - s == 10 || (e - s == 12 && isLetter(t, s + 10) && isLetter(t, s + 11)))
                                && digits(t, s, s + 10)
                                && t[s] != '0'
                                && Sums.luhn(t, s, s + 10) == 0)
                .add("ca.ramq", CanadianNumbers::quebec);
    }

    private static boolean business(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 9 && length != 15) || !digits(t, s, s + 9) || Sums.luhn(t, s, s + 9) != 0) {
            return false;
        }
        return length == 9
                || ((starts(t, s + 9, e, "RC")
                                || starts(t, s + 9, e, "RM")
                                || starts(t, s + 9, e, "RP")
                                || starts(t, s + 9, e, "RT"))
                        && digits(t, s + 11, e));
    }

    private static boolean britishColumbia(byte[] t, int s, int e) {
        if (!digits(t, s, e, 10) || t[s] != '9') {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += BC[i] * digit(t, s + 1 + i) % 11;
        }
        return (11 - sum % 11) % 11 % 10 == digit(t, s + 9) && (11 - sum % 11) % 11 != 10;
    }

    /** Three letters of the name, initial, date of birth (month + 50 for women), two digits. */
    private static boolean quebec(byte[] t, int s, int e) {
        if (!matches(t, s, e, "AAAA99999999")) {
            return false;
        }
        int month = small(t, s + 6, s + 8);
        return Dates.eitherCentury(small(t, s + 4, s + 6), month > 50 ? month - 50 : month, small(t, s + 8, s + 10));
    }
}

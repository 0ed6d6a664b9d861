package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;

/** India and Pakistan. */
final class SouthAsianNumbers {
    private SouthAsianNumbers() {}

    static void addTo(RuleBook book) {
        Rule pan = SouthAsianNumbers::pan;
        book.add(
                        "in_.aadhaar",
                        RuleBook.COMMON + ":",
                        (t, s, e) -> digits(t, s, e, 12)
                                && t[s] >= '2'
                                && !palindrome(t, s, e)
                                && Sums.verhoeff(t, s, e) == 0)
                .add(
                        "in_.vid",
                        (t, s, e) -> digits(t, s, e, 16)
                                && t[s] >= '2'
                                && !palindrome(t, s, e)
                                && Sums.verhoeff(t, s, e) == 0)
                .add("in_.pan", pan)
                .add("in_.gstin", (t, s, e) -> e - s == 15 && gstin(t, s, e, pan))
                .add("in_.epic", (t, s, e) -> matches(t, s, e, "AAA9999999") && Sums.luhn(t, s + 3, e) == 0)
                .add("pk.cnic", (t, s, e) -> digits(t, s, e, 13) && t[s] >= '1' && t[s] <= '7' && t[s + 12] != '0');
    }

    private static boolean palindrome(byte[] t, int s, int e) {
        for (int i = 0; i < (e - s) / 2; i++) {
            if (t[s + i] != t[e - 1 - i]) {
                return false;
            }
        }
        return true;
    }

    /** Series, kind of holder, initial, serial other than 0000, check letter whose rule is secret. */
    private static boolean pan(byte[] t, int s, int e) {
        return matches(t, s, e, "AAAAA9999A") && in(t, s + 3, "ABCFGHJLPTK") && small(t, s + 5, s + 9) > 0;
    }

    /** State, PAN, number of the registration, Z, Luhn modulo 36. */
    private static boolean gstin(byte[] t, int s, int e, Rule pan) {
        if (!digits(t, s, s + 2) || !pan.holds(t, s + 2, s + 12) || !Chars.alphanumeric(t, s + 12, e)) {
            return false;
        }
        int state = small(t, s, s + 2);
        boolean known = (state >= 1 && state <= 38) || state == 97 || state == 99;
        return known && t[s + 12] != '0' && t[s + 13] == 'Z' && Sums.luhn(t, s, e, 36) == 0;
    }
}

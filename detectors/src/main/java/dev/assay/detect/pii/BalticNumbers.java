package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** Estonia, Latvia and Lithuania. */
final class BalticNumbers {
    private static final int[] FIRST = weights("1 2 3 4 5 6 7 8 9 1");
    private static final int[] SECOND = weights("3 4 5 6 7 8 9 1 2 3");
    private static final int[] LATVIAN = weights("10 5 8 4 2 1 6 3 7 9");

    private BalticNumbers() {}

    static void addTo(RuleBook book) {
        book.add("ee.ik", BalticNumbers::person)
                .add(
                        "ee.kmkr",
                        weighted("999999999", "3 7 1 3 7 1 3 7 1", 10, "").afterOptional("EE"))
                .add("ee.registrikood", (t, s, e) -> digits(t, s, e, 8) && in(t, s, "1789") && twoStage(t, s, 7))
                .add("lt.asmens", (t, s, e) -> person(t, s, e) || undated(t, s, e))
                .add("lt.pvm", ((Rule) BalticNumbers::lithuanianVat).afterOptional("LT"))
                .add("lv.pvn", ((Rule) BalticNumbers::latvian).afterOptional("LV"));
    }

    /** Sex and century, date, serial, check in two stages modulo 11. */
    private static boolean person(byte[] t, int s, int e) {
        return digits(t, s, e, 11)
                && t[s] >= '1'
                && t[s] <= '8'
                && Dates.valid(
                        1800 + (t[s] - '1') / 2 * 100 + small(t, s + 1, s + 3),
                        small(t, s + 3, s + 5),
                        small(t, s + 5, s + 7))
                && twoStage(t, s, 10);
    }

    /** Lithuanians born on an unknown day have a number that starts with 9. */
    private static boolean undated(byte[] t, int s, int e) {
        return digits(t, s, e, 11) && t[s] == '9' && twoStage(t, s, 10);
    }

    private static boolean twoStage(byte[] t, int s, int length) {
        int check = stage(t, s, length, FIRST);
        if (check == 10) {
            check = stage(t, s, length, SECOND);
        }
        return check % 10 == digit(t, s + length);
    }

    private static int stage(byte[] t, int s, int length, int[] weights) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += weights[i % weights.length] * digit(t, s + i);
        }
        return sum % 11;
    }

    private static boolean lithuanianVat(byte[] t, int s, int e) {
        int length = e - s;
        return digits(t, s, e)
                && ((length == 9 && t[s + 7] == '1') || (length == 12 && t[s + 10] == '1'))
                && cyclic(t, s, length - 1);
    }

    /** Weights 1 to 9 over and over; if that gives 10, starting from 3. */
    private static boolean cyclic(byte[] t, int s, int length) {
        int first = 0;
        int second = 0;
        for (int i = 0; i < length; i++) {
            first += (1 + i % 9) * digit(t, s + i);
            second += (1 + (i + 2) % 9) * digit(t, s + i);
        }
        return (first % 11 == 10 ? second % 11 % 10 : first % 11) == digit(t, s + length);
    }

    /** An organisation (first digit above 3) by weights, a person by date; numbers from 32 on have no date. */
    private static boolean latvian(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11)) {
            return false;
        }
        if (t[s] > '3') {
            int sum = 9 * digit(t, s)
                    + digit(t, s + 1)
                    + 4 * digit(t, s + 2)
                    + 8 * digit(t, s + 3)
                    + 3 * digit(t, s + 4)
                    + 10 * digit(t, s + 5)
                    + 2 * digit(t, s + 6)
                    + 5 * digit(t, s + 7)
                    + 7 * digit(t, s + 8)
                    + 6 * digit(t, s + 9)
                    + digit(t, s + 10);
            return sum % 11 == 3;
        }
        if ((1 + Sums.weighted(t, s, LATVIAN)) % 11 % 10 != digit(t, s + 10)) {
            return false;
        }
        int century = 1800 + 100 * digit(t, s + 6);
        return starts(t, s, e, "32")
                || (t[s + 6] <= '2'
                        && Dates.valid(century + small(t, s + 4, s + 6), small(t, s + 2, s + 4), small(t, s, s + 2)));
    }
}

package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.mask;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Weighted.weights;

/** United States. */
final class UnitedStatesNumbers {
    /** Letters an MBI uses: none that reads like a digit. */
    private static final String MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY";
    /** First letters of registrant types, DEA; the second is the first of the name, or 9. */
    private static final String DEA_TYPES = "ABCDEFGHJKLMPRSTUX";

    private static final int[] VIN = weights("8 7 6 5 4 3 2 10 0 9 8 7 6 5 4 3 2");
    /** What each letter from A counts in a VIN; 0 for I, O and Q, which it has not. */
    private static final String VIN_VALUES = "12345678012345070923456789";

    private UnitedStatesNumbers() {}

    static void addTo(RuleBook book) {
        Rule ssn = (t, s, e) -> digits(t, s, e, 9) && ssn(t, s);
        Rule itin = (t, s, e) -> digits(t, s, e, 9) && itin(t, s);
        Rule ein = new EinPrefixes();
        Rule atin = mask("999999999");
        Rule ptin = mask("P99999999");
        book.add("us.ssn", "", grouped(ssn))
                .add("us.itin", "", grouped(itin))
                .add("us.atin", "", grouped(atin))
                .add("us.ein", "", dashed(2, ein))
                .add("us.ptin", ptin)
                .add(
                        "us.tin",
                        "",
                        grouped(ssn)
                                .or(grouped(itin))
                                .or(dashed(2, ein))
                                .or(grouped(atin))
                                .or(ptin))
                .add(
                        "us.npi",
                        (t, s, e) -> digits(t, s, e, 10)
                                && (t[s] == '1' || t[s] == '2')
                                // Luhn with 80840 in front: those five digits add 24.
                                && (Sums.luhn(t, s, e) + 24) % 10 == 0)
                .add("us.dea", UnitedStatesNumbers::dea)
                .add("us.mbi", UnitedStatesNumbers::mbi)
                .add("vin", UnitedStatesNumbers::vin);
    }

    /** SSA: no area 000, 666 or 9xx, no group 00, no serial 0000; numbers the public has worn out are none. */
    private static boolean ssn(byte[] t, int s) {
        int area = small(t, s, s + 3);
        int number = small(t, s, s + 9);
        return area != 0
                && area != 666
                && area < 900
                && small(t, s + 3, s + 5) != 0
                && small(t, s + 5, s + 9) != 0
                && number != 78_05_1120
                && number != 219_09_9999
                && number != 457_55_5462
                && !Chars.repeated(t, s, s + 9);
    }

    /** IRS: area 9xx, groups 50–65, 70–88, 90–92, 94–99. */
    private static boolean itin(byte[] t, int s) {
        int group = small(t, s + 3, s + 5);
        return t[s] == '9'
                && ((group >= 50 && group <= 65)
                        || (group >= 70 && group <= 88)
                        || (group >= 90 && group <= 92)
                        || group >= 94);
    }

    /** Nine digits bare, or grouped 3-2-4 by one and the same separator. */
    private static Rule grouped(Rule rule) {
        return (t, s, e) -> {
            if (e - s == 9) {
                return rule.holds(t, s, e);
            }
            if (e - s != 11 || t[s + 3] != t[s + 6] || (t[s + 3] != '-' && t[s + 3] != ' ' && t[s + 3] != '.')) {
                return false;
            }
            byte[] joined = new byte[9];
            System.arraycopy(t, s, joined, 0, 3);
            System.arraycopy(t, s + 4, joined, 3, 2);
            System.arraycopy(t, s + 7, joined, 5, 4);
            return rule.holds(joined, 0, 9);
        };
    }

    /** Nine digits bare, or with a dash after the first ones. */
    private static Rule dashed(int first, Rule rule) {
        return (t, s, e) -> {
            if (e - s == 9) {
                return rule.holds(t, s, e);
            }
            if (e - s != 10 || t[s + first] != '-') {
                return false;
            }
            byte[] joined = new byte[9];
            System.arraycopy(t, s, joined, 0, first);
            System.arraycopy(t, s + first + 1, joined, first, 9 - first);
            return rule.holds(joined, 0, 9);
        };
    }

    /** Registrant type, initial or 9, six digits, (d1+d3+d5) + 2(d2+d4+d6) modulo 10. */
    private static boolean dea(byte[] t, int s, int e) {
        if (e - s != 9 || !in(t, s, DEA_TYPES) || !(isLetter(t, s + 1) || t[s + 1] == '9') || !digits(t, s + 2, e)) {
            return false;
        }
        int odd = digit(t, s + 2) + digit(t, s + 4) + digit(t, s + 6);
        int even = digit(t, s + 3) + digit(t, s + 5) + digit(t, s + 7);
        return (odd + 2 * even) % 10 == digit(t, s + 8) && !Chars.repeated(t, s + 2, e);
    }

    /** CMS: C A AN N A AN N A A N N, no letter that reads like a digit. */
    private static boolean mbi(byte[] t, int s, int e) {
        return e - s == 11
                && t[s] >= '1'
                && t[s] <= '9'
                && in(t, s + 1, MBI_LETTERS)
                && mbiEither(t, s + 2)
                && Chars.isDigit(t, s + 3)
                && in(t, s + 4, MBI_LETTERS)
                && mbiEither(t, s + 5)
                && Chars.isDigit(t, s + 6)
                && in(t, s + 7, MBI_LETTERS)
                && in(t, s + 8, MBI_LETTERS)
                && digits(t, s + 9, e);
    }

    private static boolean mbiEither(byte[] t, int i) {
        return Chars.isDigit(t, i) || in(t, i, MBI_LETTERS);
    }

    /** ISO 3779 with the check digit of 49 CFR 565.15. */
    private static boolean vin(byte[] t, int s, int e) {
        if (e - s != 17) {
            return false;
        }
        int sum = 0;
        int letters = 0;
        for (int i = 0; i < 17; i++) {
            byte c = t[s + i];
            int value = isLetter(t, s + i) ? VIN_VALUES.charAt(c - 'A') - '0' : digit(t, s + i);
            if (value < 0 || value > 9 || c == 'I' || c == 'O' || c == 'Q') {
                return false;
            }
            letters += isLetter(t, s + i) ? 1 : 0;
            sum += VIN[i] * value;
        }
        return letters > 0 && t[s + 8] == (byte) "0123456789X".charAt(sum % 11) && !Chars.repeated(t, s, e);
    }
}

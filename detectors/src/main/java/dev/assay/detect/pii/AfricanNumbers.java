package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.mask;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** Africa and Oman. */
final class AfricanNumbers {
    private static final int[] OMAN = weights("1 6 3 7 9");

    private AfricanNumbers() {}

    static void addTo(RuleBook book) {
        book.add(
                        "za.idnr",
                        (t, s, e) -> digits(t, s, e, 13)
                                && Dates.yymmdd(t, s)
                                && in(t, s + 10, "012")
                                && Sums.luhn(t, s, e) == 0)
                .add("za.tin", (t, s, e) -> digits(t, s, e, 10) && in(t, s, "01239") && Sums.luhn(t, s, e) == 0)
                .add("eg.tn", mask("999999999"))
                .add("dz.nif", " -./,", mask("999999999999999", "99999999999999999999"))
                .add("ma.ice", (t, s, e) -> digits(t, s, e, 15) && Sums.modulo(t, s, e, 97) == 0)
                .add("tn.mf", AfricanNumbers::tunisian)
                .add("gh.tin", AfricanNumbers::ghanaian)
                .add("gn.nifp", (t, s, e) -> digits(t, s, e, 9) && Sums.luhn(t, s, e) == 0)
                .add("ke.pin", mask("A999999999A").and((t, s, e) -> t[s] == 'A' || t[s] == 'P'))
                .add("mu.nid", AfricanNumbers::mauritian)
                .add("mz.nuit", weighted("999999999", "8 9 4 5 6 7 8 9", 11, "01234567891"))
                .add("sn.ninea", " -/,", AfricanNumbers::senegalese)
                .add(
                        "om.vat",
                        (t, s, e) -> e - s == 12
                                && starts(t, s, e, "OM")
                                && digits(t, s + 2, s + 11)
                                && t[s + 11] == (byte) "0123456789X".charAt((1 + Sums.weighted(t, s + 6, OMAN)) % 11));
    }

    /** Serial of up to seven digits, key, and then VAT code, category and branch. */
    private static boolean tunisian(byte[] t, int s, int e) {
        int key = s;
        while (key < e && Chars.isDigit(t, key)) {
            key++;
        }
        int serial = key - s;
        if (serial == 0 || serial > 7 || key == e || !in(t, key, "ABCDEFGHJKLMNPQRSTVWXYZ")) {
            return false;
        }
        if (key == e - 1) {
            return true;
        }
        return e - key == 6
                && in(t, key + 1, "APBDN")
                && in(t, key + 2, "MPCNE")
                && digits(t, key + 3, e)
                && (t[key + 2] == 'E' || small(t, key + 3, e) == 0);
    }

    private static boolean ghanaian(byte[] t, int s, int e) {
        if (e - s != 11 || !in(t, s, "PCGQV") || !starts(t, s + 1, e, "00") || !digits(t, s + 1, e - 1)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (i + 1) * digit(t, s + 1 + i);
        }
        return t[s + 10] == (byte) "0123456789X".charAt(sum % 11);
    }

    private static boolean mauritian(byte[] t, int s, int e) {
        if (e - s != 14 || !isLetter(t, s) || !digits(t, s + 1, s + 13)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (14 - i) * Chars.value(t[s + i]);
        }
        return Chars.value(t[s + 13]) == Math.floorMod(17 - sum, 17) && Dates.ddmmyy(t, s + 1);
    }

    /** Seven or nine digits by weights 1 and 2, and three characters of the tax status. */
    private static boolean senegalese(byte[] t, int s, int e) {
        int length = e - s;
        int last = length > 9 ? e - 3 : e;
        if ((last - s != 7 && last - s != 9) || !digits(t, s, last)) {
            return false;
        }
        if (last < e
                && !(in(t, last, "012") && in(t, last + 1, "ABCDEFGHJKLMNPQRSTUVWZ") && Chars.isDigit(t, last + 2))) {
            return false;
        }
        int sum = 0;
        for (int i = s; i < last; i++) {
            sum += ((i - s) % 2 == 0 ? 1 : 2) * digit(t, i);
        }
        return sum % 10 == 0;
    }
}

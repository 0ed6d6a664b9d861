package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** Australia and New Zealand. */
final class PacificNumbers {
    private static final int[] ABN = weights("10 1 3 5 7 9 11 13 15 17 19");
    private static final int[] IRD_FIRST = weights("3 2 7 6 5 4 3 2");
    private static final int[] IRD_SECOND = weights("7 4 3 2 5 2 7 6");
    private static final String NHI = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private PacificNumbers() {}

    static void addTo(RuleBook book) {
        book.add("au.abn", (t, s, e) -> digits(t, s, e, 11) && (Sums.weighted(t, s, ABN) - 10) % 89 == 0 && t[s] != '0')
                .add("au.acn", weighted("999999999", "8 7 6 5 4 3 2 1", 10, "0987654321"))
                .add(
                        "au.tfn",
                        weighted("999999999", "1 4 3 7 5 8 6 9 10", 11, "")
                                .or(weighted("99999999", "10 7 8 4 6 3 5 1", 11, "")))
                .add(
                        "au.medicare",
                        weighted("9999999999", "1 3 7 9 1 3 7 9", 10, "0123456789")
                                .or(weighted("99999999999", "1 3 7 9 1 3 7 9", 10, "0123456789"))
                                .and((t, s, e) -> t[s] >= '2' && t[s] <= '6'))
                .add("nz.ird", PacificNumbers::ird)
                .add("nz.nhi", PacificNumbers::nhi);
    }

    /** Eight or nine digits between ten and a hundred and fifty million; a second set of weights where the first gives 10. */
    private static boolean ird(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 8 && length != 9) || !digits(t, s, e)) {
            return false;
        }
        int number = small(t, s, e);
        if (number < 10_000_000 || number >= 150_000_000) {
            return false;
        }
        int offset = 9 - length;
        int first = 0;
        int second = 0;
        for (int i = 0; i < length - 1; i++) {
            first += IRD_FIRST[i + offset] * digit(t, s + i);
            second += IRD_SECOND[i + offset] * digit(t, s + i);
        }
        int check = Math.floorMod(-first, 11);
        check = check == 10 ? Math.floorMod(-second, 11) : check;
        return check == digit(t, e - 1);
    }

    /** Three letters and four digits modulo 11; in the newer form the last two are letters and the modulus is 23. */
    private static boolean nhi(byte[] t, int s, int e) {
        if (e - s != 7 || !in(t, s, NHI) || !in(t, s + 1, NHI) || !in(t, s + 2, NHI)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            int value = Chars.isDigit(t, s + i) ? digit(t, s + i) : NHI.indexOf(t[s + i]) + 1;
            if (value < 0) {
                return false;
            }
            sum += (7 - i) * value;
        }
        if (digits(t, s + 3, e)) {
            int rest = sum % 11;
            return rest != 0 && (11 - rest) % 10 == digit(t, s + 6);
        }
        return digits(t, s + 3, s + 5)
                && in(t, s + 5, NHI)
                && in(t, s + 6, NHI)
                && NHI.indexOf(t[s + 6]) + 1 == 23 - sum % 23;
    }
}

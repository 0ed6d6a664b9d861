package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weights;

/** Germany, Austria, Switzerland and Liechtenstein. */
final class GermanNumbers {
    /** Serial numbers of German identity documents: no vowels, none that reads like a digit. */
    private static final String DOCUMENT_LETTERS = "CFGHJKLMNPRTVWXYZ";

    private static final int[] DOCUMENT = weights("7 3 1 7 3 1 7 3 1");
    private static final int[] PENSION = weights("2 1 2 5 7 1 2 1 2 1 2 1");
    private static final int[] PHYSICIAN = weights("4 9 4 9 4 9");
    private static final int[] AUSTRIAN = weights("3 7 9 0 5 8 4 2 1 6");
    private static final int[] SWISS_FIRM = weights("5 4 3 2 7 6 5 4");

    private GermanNumbers() {}

    static void addTo(RuleBook book) {
        book.add("de.idnr", GermanNumbers::taxId)
                .add("de.idnr_lax", GermanNumbers::taxIdLax)
                .add("de.vat", vat().afterOptional("DE"))
                .add("de.stnr", GermanNumbers::taxNumber)
                .add("de.id_card", GermanNumbers::document)
                .add("de.passport", GermanNumbers::shortDocument)
                .add("de.rvnr", GermanNumbers::pension)
                .add("de.kvnr", GermanNumbers::health)
                .add("de.lanr", GermanNumbers::physician)
                .add("de.wkn", "", (t, s, e) -> e - s == 6 && Chars.alphanumeric(t, s, e) && noLetters(t, s, e, "IO"))
                .add("de.leitweg", "", GermanNumbers::leitweg)
                .add("de.handelsregisternummer", "", new GermanRegister())
                .add("at.tin", GermanNumbers::austrianTax)
                .add("at.uid", ((Rule) GermanNumbers::austrianVat).afterOptional("AT"))
                .add("at.vnr", GermanNumbers::austrianInsurance)
                .add(
                        "at.businessid",
                        ((Rule) (t, s, e) -> e - s >= 2 && e - s <= 7 && digits(t, s, e - 1) && isLetter(t, e - 1))
                                .afterOptional("FN"))
                .add(
                        "at.postleitzahl",
                        (t, s, e) -> digits(t, s, e, 4) && small(t, s, e) >= 1010 && small(t, s, e) <= 9992)
                .add("ch.ssn", (t, s, e) -> digits(t, s, e, 13) && starts(t, s, e, "756") && TradeNumbers.ean(t, s, e))
                .add("ch.uid", ((Rule) GermanNumbers::swissFirm).afterOptional("CHE"))
                .add("ch.vat", GermanNumbers::swissVat)
                .add(
                        "li.peid",
                        " .",
                        (t, s, e) -> digits(t, s, e) && significant(t, s, e) >= 4 && significant(t, s, e) <= 12);
    }

    private static int significant(byte[] t, int s, int e) {
        int first = s;
        while (first < e && t[first] == '0') {
            first++;
        }
        return e - first;
    }

    private static boolean noLetters(byte[] t, int s, int e, String letters) {
        for (int i = s; i < e; i++) {
            if (in(t, i, letters)) {
                return false;
            }
        }
        return true;
    }

    /** BZSt: in the first ten digits one occurs two or three times and every other at most once; MOD 11,10. */
    private static boolean taxId(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11) || t[s] == '0' || Sums.hybrid(t, s, e, 10) != 1) {
            return false;
        }
        long counts = counts(t, s, s + 10);
        int repeated = 0;
        for (int digit = 0; digit < 10; digit++) {
            int count = (int) ((counts >> (4 * digit)) & 15);
            if (count > 3) {
                return false;
            }
            repeated += count > 1 ? 1 : 0;
        }
        return repeated == 1;
    }

    private static boolean taxIdLax(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11) || t[s] == '0' || Sums.hybrid(t, s, e, 10) != 1) {
            return false;
        }
        long counts = counts(t, s, s + 10);
        for (int digit = 0; digit < 10; digit++) {
            if (((counts >> (4 * digit)) & 15) > 3) {
                return false;
            }
        }
        return true;
    }

    /** How often each digit occurs, four bits each; at most 15 characters. */
    private static long counts(byte[] t, int s, int e) {
        long counts = 0;
        for (int i = s; i < e; i++) {
            counts += 1L << (4 * digit(t, i));
        }
        return counts;
    }

    private static Rule vat() {
        return (t, s, e) -> digits(t, s, e, 9) && t[s] != '0' && Sums.hybrid(t, s, e, 10) == 1;
    }

    /** Ten or eleven digits of a Land, or thirteen of the whole country with a zero in the fifth place. */
    private static boolean taxNumber(byte[] t, int s, int e) {
        int length = e - s;
        if (!digits(t, s, e)) {
            return false;
        }
        return length == 10 || length == 11 || (length == 13 && t[s + 4] == '0' && t[s] <= '4' && t[s] >= '1');
    }

    /** ICAO 9303 weights 7 3 1 over nine characters; then, where it is written, the check digit and a D. */
    private static boolean document(byte[] t, int s, int e) {
        int length = e - s;
        if (length < 9 || length > 11 || !in(t, s, DOCUMENT_LETTERS)) {
            return false;
        }
        for (int i = s; i < s + 9; i++) {
            if (!Chars.isDigit(t, i) && !in(t, i, DOCUMENT_LETTERS)) {
                return false;
            }
        }
        if (length == 9) {
            return shortDocument(t, s, e) || matches(t, s, e, "T99999999");
        }
        return Sums.weightedLetters(t, s, DOCUMENT) % 10 == digit(t, s + 9) && (length == 10 || t[s + 10] == 'D');
    }

    /** Eight characters and the check digit. */
    private static boolean shortDocument(byte[] t, int s, int e) {
        if (e - s != 9 || !in(t, s, DOCUMENT_LETTERS) || !Chars.isDigit(t, s + 8)) {
            return false;
        }
        for (int i = s; i < s + 8; i++) {
            if (!Chars.isDigit(t, i) && !in(t, i, DOCUMENT_LETTERS)) {
                return false;
            }
        }
        return (Sums.weightedLetters(t, s, DOCUMENT) - Chars.value(t[s + 8])) % 10 == digit(t, s + 8);
    }

    /** Area, date of birth (50 may be added to the day), initial, serial, check. */
    private static boolean pension(byte[] t, int s, int e) {
        if (!matches(t, s, e, "99999999A999")) {
            return false;
        }
        int day = small(t, s + 2, s + 4);
        int month = small(t, s + 4, s + 6);
        int born = day > 50 ? day - 50 : day;
        if (small(t, s, s + 2) < 2 || (month != 0 && !Dates.eitherCentury(small(t, s + 6, s + 8), month, born))) {
            return false;
        }
        int letter = t[s + 8] - 'A' + 1;
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            int digit = i < 8 ? digit(t, s + i) : i == 8 ? letter / 10 : i == 9 ? letter % 10 : digit(t, s + i - 1);
            int product = PENSION[i] * digit;
            sum += product / 10 + product % 10;
        }
        return sum % 10 == digit(t, s + 11);
    }

    /** Letter as two digits, eight digits; alternating 1 and 2 with the sum of the digits; GKV. */
    private static boolean health(byte[] t, int s, int e) {
        if (!matches(t, s, e, "A999999999")) {
            return false;
        }
        int letter = t[s] - 'A' + 1;
        int sum = fold(letter / 10) + fold(2 * (letter % 10));
        for (int i = 1; i < 9; i++) {
            sum += fold((i % 2 == 1 ? 1 : 2) * digit(t, s + i));
        }
        return sum % 10 == digit(t, s + 9);
    }

    private static int fold(int product) {
        return product / 10 + product % 10;
    }

    /** Lifelong physician number: six digits, check digit, two digits of the field. */
    private static boolean physician(byte[] t, int s, int e) {
        return digits(t, s, e, 9)
                && (10 - Sums.weighted(t, s, PHYSICIAN) % 10) % 10 == digit(t, s + 6)
                && !Chars.repeated(t, s, e);
    }

    /** Coarse address of 2 to 12 digits, fine address of up to 30 characters, MOD 97-10. */
    private static boolean leitweg(byte[] t, int s, int e) {
        int first = s;
        while (first < e && t[first] != '-') {
            first++;
        }
        int coarse = first - s;
        boolean known = coarse == 2 || coarse == 3 || coarse == 5 || coarse == 8 || coarse == 9 || coarse == 12;
        if (!known || !digits(t, s, first) || e - first < 4 || t[e - 3] != '-' || !digits(t, e - 2, e)) {
            return false;
        }
        int land = small(t, s, s + 2);
        if ((land < 1 || land > 16) && land != 99) {
            return false;
        }
        int rest = Sums.mod97(t, s, first);
        if (first < e - 3) {
            if (e - 4 - first > 30 || !Chars.alphanumeric(t, first + 1, e - 3)) {
                return false;
            }
            rest = Sums.mod97(t, first + 1, e - 3, rest);
        }
        return Sums.mod97(t, e - 2, e, rest) == 1;
    }

    private static boolean austrianTax(byte[] t, int s, int e) {
        if (!digits(t, s, e, 9) || !AustrianOffices.has(small(t, s, s + 2))) {
            return false;
        }
        return (10 - alternating(t, s, 8) % 10) % 10 == digit(t, s + 8);
    }

    private static int alternating(byte[] t, int s, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += fold((i % 2 == 0 ? 1 : 2) * digit(t, s + i));
        }
        return sum;
    }

    private static boolean austrianVat(byte[] t, int s, int e) {
        return matches(t, s, e, "U99999999") && (10 - (alternating(t, s + 1, 7) + 4) % 10) % 10 == digit(t, s + 8);
    }

    /** Three digits, check digit, date of birth; a month of 13 to 15 where the numbers of a day were used up. */
    private static boolean austrianInsurance(byte[] t, int s, int e) {
        if (!digits(t, s, e, 10) || t[s] == '0' || Sums.weighted(t, s, AUSTRIAN) % 11 != digit(t, s + 3)) {
            return false;
        }
        int month = small(t, s + 6, s + 8);
        return Dates.eitherCentury(
                small(t, s + 8, s + 10), month > 12 && month < 16 ? 12 : month, small(t, s + 4, s + 6));
    }

    private static boolean swissFirm(byte[] t, int s, int e) {
        return digits(t, s, e, 9) && (11 - Sums.weighted(t, s, SWISS_FIRM) % 11) % 11 == digit(t, s + 8);
    }

    private static boolean swissVat(byte[] t, int s, int e) {
        int length = e - s;
        boolean suffix = (length == 15
                        && (starts(t, s + 12, e, "TVA") || starts(t, s + 12, e, "IVA") || starts(t, s + 12, e, "TPV")))
                || (length == 16 && starts(t, s + 12, e, "MWST"));
        return suffix && starts(t, s, e, "CHE") && swissFirm(t, s + 3, s + 12);
    }
}

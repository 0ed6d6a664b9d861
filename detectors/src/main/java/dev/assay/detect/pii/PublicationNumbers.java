package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.starts;

/** Books, journals, music, films, libraries and people as authors. */
final class PublicationNumbers {
    private static final String HEX = "0123456789ABCDEF";
    private static final String LIBRARY_PREFIXES =
            " AR AT AU BE BG BY CA CH CY CZ DE DK EE EG ES FI FR GB GL HR HU IL IR IS IT JP KR KZ LI LT LU LV MD MK NL NO NP NZ PL QA RO RS RU SE SI SK TR UA US O OCLC ZDB EUR GTB ";

    private PublicationNumbers() {}

    static void addTo(RuleBook book) {
        book.add("isbn", " -", PublicationNumbers::isbn)
                .add("issn", (t, s, e) -> e - s == 8 && digits(t, s, e - 1) && descending(t, s, e, 11))
                .add("ismn", " -.", PublicationNumbers::music)
                .add(
                        "isni",
                        (t, s, e) -> e - s == 16
                                && digits(t, s, e - 1)
                                && (Chars.isDigit(t, e - 1) || t[e - 1] == 'X')
                                && Sums.mod11Radix2(t, s, e) == 1)
                .add("isan", " -", PublicationNumbers::film)
                .add("isrc", PublicationNumbers::recording)
                .add("isil", "", PublicationNumbers::library)
                .add(
                        "grid",
                        ((Rule) (t, s, e) ->
                                        e - s == 18 && Chars.alphanumeric(t, s, e) && Sums.hybrid(t, s, e, 36) == 1)
                                .afterOptional("GRID:"));
    }

    private static boolean isbn(byte[] t, int s, int e) {
        if (e - s == 10) {
            return digits(t, s, e - 1) && descending(t, s, e, 11);
        }
        return digits(t, s, e, 13) && (starts(t, s, e, "978") || starts(t, s, e, "979")) && TradeNumbers.ean(t, s, e);
    }

    /** Weights from the length down to 1, X for 10. */
    private static boolean descending(byte[] t, int s, int e, int modulus) {
        int sum = 0;
        for (int i = s; i < e; i++) {
            int value = t[i] == 'X' && i == e - 1 ? 10 : digit(t, i);
            if (value < 0 || value > 10) {
                return false;
            }
            sum += (e - i) * value;
        }
        return sum % modulus == 0;
    }

    private static boolean music(byte[] t, int s, int e) {
        if (e - s == 10 && t[s] == 'M' && digits(t, s + 1, e)) {
            int sum = 3 * 3;
            for (int i = 1; i < 10; i++) {
                sum += (i % 2 == 1 ? 1 : 3) * digit(t, s + i);
            }
            return sum % 10 == 0;
        }
        return digits(t, s, e, 13) && starts(t, s, e, "9790") && TradeNumbers.ean(t, s, e);
    }

    /** Root, episode, an optional check, a version and an optional check, MOD 37,36 each. */
    private static boolean film(byte[] t, int s, int e) {
        int length = e - s;
        boolean checked = length == 17 || length == 26;
        if (length != 16 && length != 24 && length != 25 && !checked) {
            return false;
        }
        int version = s + (checked ? 17 : 16);
        int versionEnd = Math.min(e, version + 8);
        if (!hex(t, s, s + 16) || !hex(t, version, versionEnd)) {
            return false;
        }
        if (checked && Sums.hybrid(t, s, s + 17, 36) != 1) {
            return false;
        }
        if (versionEnd == e) {
            return true;
        }
        byte[] joined = new byte[25];
        System.arraycopy(t, s, joined, 0, 16);
        System.arraycopy(t, version, joined, 16, 9);
        return Sums.hybrid(joined, 0, 25, 36) == 1;
    }

    private static boolean hex(byte[] t, int s, int e) {
        for (int i = s; i < e; i++) {
            if (!in(t, i, HEX)) {
                return false;
            }
        }
        return true;
    }

    /** Country or registrant prefix, three characters, year, designation. */
    private static boolean recording(byte[] t, int s, int e) {
        if (e - s != 12
                || !isLetter(t, s)
                || !isLetter(t, s + 1)
                || !Chars.alphanumeric(t, s + 2, s + 5)
                || !digits(t, s + 5, e)) {
            return false;
        }
        return Countries.is(t, s)
                || starts(t, s, e, "QM")
                || starts(t, s, e, "QZ")
                || starts(t, s, e, "QT")
                || starts(t, s, e, "UK")
                || starts(t, s, e, "CP")
                || starts(t, s, e, "DG")
                || starts(t, s, e, "FX")
                || starts(t, s, e, "GX")
                || starts(t, s, e, "KS")
                || starts(t, s, e, "YU")
                || starts(t, s, e, "ZZ")
                || starts(t, s, e, "BX")
                || starts(t, s, e, "BC")
                || starts(t, s, e, "BK")
                || starts(t, s, e, "BP")
                || starts(t, s, e, "QN");
    }

    private static boolean library(byte[] t, int s, int e) {
        int dash = s;
        while (dash < e && t[dash] != '-') {
            dash++;
        }
        int prefix = dash - s;
        if (dash == e || prefix < 1 || prefix > 4 || e - dash < 2 || e - dash > 12) {
            return false;
        }
        for (int i = s; i < e; i++) {
            if (Chars.value(t[i]) < 0 && !in(t, i, "-:/")) {
                return false;
            }
        }
        for (int i = LIBRARY_PREFIXES.indexOf(' '); i >= 0; i = LIBRARY_PREFIXES.indexOf(' ', i + 1)) {
            if (prefixAt(t, s, prefix, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean prefixAt(byte[] t, int s, int length, int index) {
        if (index + length >= LIBRARY_PREFIXES.length() || LIBRARY_PREFIXES.charAt(index + length) != ' ') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (t[s + i] != (byte) LIBRARY_PREFIXES.charAt(index + i)) {
                return false;
            }
        }
        return true;
    }
}

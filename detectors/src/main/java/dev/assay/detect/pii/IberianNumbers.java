package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weights;

/** Spain, Portugal and Andorra. */
final class IberianNumbers {
    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String CUPS_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String LAND_ALPHABET = "ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ0123456789";
    private static final String LAND_CHECKS = "MQWERTYUIOPASDFGHJKLBZX";
    private static final int[] NISS = weights("29 23 19 17 13 11 7 5 3 2");
    private static final int[] LAND = weights("13 15 12 5 4 17 9 21 3 7 1");

    private IberianNumbers() {}

    static void addTo(RuleBook book) {
        Rule dni = IberianNumbers::dni;
        Rule nie = IberianNumbers::nie;
        Rule nif = ((Rule) IberianNumbers::nif).afterOptional("ES");
        book.add("es.dni", dni)
                .add("es.dni_padded", IberianNumbers::paddedDni)
                .add("es.nie", nie)
                .add("es.cif", cif().afterOptional("ES"))
                .add("es.nif", nif)
                .add("es.nss", IberianNumbers::socialSecurity)
                .add(
                        "es.postal_code",
                        (t, s, e) -> digits(t, s, e, 5) && small(t, s, s + 2) >= 1 && small(t, s, s + 2) <= 52)
                .add("es.cae", IberianNumbers::excise)
                .add("es.cups", IberianNumbers::supplyPoint)
                .add("es.referenciacatastral", IberianNumbers::landRegister)
                .add(
                        "pt.nif",
                        Weighted.weighted("999999999", "9 8 7 6 5 4 3 2", 11, "00987654321")
                                .and((t, s, e) -> t[s] != '0')
                                .afterOptional("PT"))
                .add("pt.cc", IberianNumbers::citizenCard)
                .add("pt.niss", IberianNumbers::portugueseSocialSecurity)
                .add("ad.nrt", IberianNumbers::andorra);
    }

    private static boolean dni(byte[] t, int s, int e) {
        return matches(t, s, e, "99999999A") && DNI_LETTERS.charAt(small(t, s, s + 8) % 23) == t[s + 8];
    }

    /** A leading zero may be left out; K, L and M stand for children, residents abroad and foreigners. */
    private static boolean paddedDni(byte[] t, int s, int e) {
        if (e - s == 9 && in(t, s, "KLM")) {
            return nif(t, s, e);
        }
        return dni(t, s, e)
                || (matches(t, s, e, "9999999A") && DNI_LETTERS.charAt(small(t, s, s + 7) % 23) == t[s + 7]);
    }

    private static boolean nie(byte[] t, int s, int e) {
        return matches(t, s, e, "A9999999A")
                && in(t, s, "XYZ")
                && DNI_LETTERS.charAt(((t[s] - 'X') * 10_000_000 + small(t, s + 1, s + 8)) % 23) == t[s + 8];
    }

    /** The control is a digit, a letter, or either, by the kind of organisation. */
    private static Rule cif() {
        return (t, s, e) -> {
            if (e - s != 9 || !in(t, s, "ABCDEFGHJNPQRSUVW") || !digits(t, s + 1, s + 8)) {
                return false;
            }
            int check = cifDigit(t, s);
            boolean digit = t[s + 8] == '0' + check;
            boolean letter = t[s + 8] == "JABCDEFGHI".charAt(check);
            boolean letterOnly = in(t, s, "PQRSNW") || starts(t, s + 1, e, "00");
            return in(t, s, "ABEH") ? digit : letterOnly ? letter : digit || letter;
        };
    }

    /** The Luhn digit of the seven digits. */
    private static int cifDigit(byte[] t, int s) {
        int sum = 0;
        for (int i = 1; i < 8; i++) {
            int digit = digit(t, s + i) * (i % 2 == 1 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return (10 - sum % 10) % 10;
    }

    private static boolean nif(byte[] t, int s, int e) {
        if (e - s != 9) {
            return false;
        }
        if (in(t, s, "KLM")) {
            return digits(t, s + 1, s + 8) && DNI_LETTERS.charAt(small(t, s + 1, s + 8) % 23) == t[s + 8];
        }
        return dni(t, s, e) || nie(t, s, e) || cif().holds(t, s, e);
    }

    /** Province, serial, two digits modulo 97; a serial below ten million is not padded. */
    private static boolean socialSecurity(byte[] t, int s, int e) {
        if (!digits(t, s, e, 12) || small(t, s, s + 2) == 0 || (small(t, s, s + 2) > 53 && small(t, s, s + 2) != 66)) {
            return false;
        }
        int serial = small(t, s + 2, s + 10);
        long number = serial < 10_000_000 ? small(t, s, s + 2) * 10_000_000L + serial : Chars.number(t, s, s + 10);
        return number % 97 == small(t, s + 10, e);
    }

    private static boolean excise(byte[] t, int s, int e) {
        return e - s == 13
                && starts(t, s, e, "ES000")
                && digits(t, s + 5, s + 7)
                && CodeLists.spanishExciseOffice(t, s + 5)
                && CodeLists.spanishExciseActivity(t, s + 7)
                && digits(t, s + 9, s + 12)
                && isLetter(t, s + 12);
    }

    private static boolean supplyPoint(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 20 && length != 22) || !starts(t, s, e, "ES") || !digits(t, s + 2, s + 18)) {
            return false;
        }
        if (length == 22 && (!Chars.isDigit(t, s + 20) || !in(t, s + 21, "FPRCXYZ"))) {
            return false;
        }
        int rest = (int) (Chars.number(t, s + 2, s + 18) % 529);
        return t[s + 18] == CUPS_LETTERS.charAt(rest / 23) && t[s + 19] == CUPS_LETTERS.charAt(rest % 23);
    }

    private static boolean landRegister(byte[] t, int s, int e) {
        if (e - s != 20) {
            return false;
        }
        for (int i = s; i < e; i++) {
            if (!in(t, i, LAND_ALPHABET)) {
                return false;
            }
        }
        return t[s + 18] == landCheck(t, s, s) && t[s + 19] == landCheck(t, s, s + 7);
    }

    /** Seven characters of a part and the four of the property. */
    private static char landCheck(byte[] t, int start, int part) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += LAND[i] * landValue(t[i < 7 ? part + i : start + 7 + i]);
        }
        return LAND_CHECKS.charAt(sum % 23);
    }

    private static int landValue(byte character) {
        int value = Chars.value(character);
        return value >= 0 && value < 10 ? value : LAND_ALPHABET.indexOf(character & 0xFF) + 1;
    }

    /** Number, control digit, version, Luhn over base 36 with letters. */
    private static boolean citizenCard(byte[] t, int s, int e) {
        if (e - s != 12 || !digits(t, s, s + 9) || !Chars.alphanumeric(t, s + 9, s + 11) || !Chars.isDigit(t, s + 11)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            int value = Chars.value(t[e - 1 - i]);
            if (i % 2 == 1) {
                value *= 2;
                value = value > 9 ? value - 9 : value;
            }
            sum += value;
        }
        return sum % 10 == 0;
    }

    private static boolean portugueseSocialSecurity(byte[] t, int s, int e) {
        return digits(t, s, e, 11)
                && (t[s] == '1' || t[s] == '2')
                && 9 - Sums.weighted(t, s, NISS) % 10 == digit(t, s + 10);
    }

    private static boolean andorra(byte[] t, int s, int e) {
        if (!matches(t, s, e, "A999999A") || !in(t, s, "ACDEFGLOPU")) {
            return false;
        }
        int number = small(t, s + 1, s + 7);
        return t[s] == 'F' ? number <= 699_999 : !in(t, s, "AL") || (number > 699_999 && number < 800_000);
    }
}

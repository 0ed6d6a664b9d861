package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;

/** France and Monaco. */
final class FrenchNumbers {
    private static final String VAT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private FrenchNumbers() {}

    static void addTo(RuleBook book) {
        Rule siren = (t, s, e) -> digits(t, s, e, 9) && Sums.luhn(t, s, e) == 0;
        book.add("fr.nir", FrenchNumbers::nir)
                .add("fr.nif", FrenchNumbers::taxId)
                .add("fr.siren", siren)
                .add("fr.siret", FrenchNumbers::siret)
                .add("fr.tva", ((Rule) FrenchNumbers::vat).afterOptional("FR"))
                .add("mc.tva", ((Rule) (t, s, e) -> starts(t, s + 2, e, "000") && vatSum(t, s, e)).after("FR"))
                .add("fr.rcs", "", FrenchNumbers::register)
                .add("fr.accise", FrenchNumbers::excise);
    }

    /** Sex, year, month, place (2A and 2B for Corsica), order, 97 minus the remainder of 97. */
    private static boolean nir(byte[] t, int s, int e) {
        if (e - s != 15 || !digits(t, s, s + 6) || !digits(t, s + 7, e)) {
            return false;
        }
        int sex = digit(t, s);
        int month = small(t, s + 3, s + 5);
        boolean dated = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || (month >= 50 && month <= 99);
        if (!dated || sex == 0 || sex == 5 || sex == 6 || sex == 9) {
            return false;
        }
        long number = Chars.number(t, s, s + 5);
        int place;
        if (Chars.isDigit(t, s + 6)) {
            place = small(t, s + 5, s + 7);
        } else if (t[s + 5] == '2' && (t[s + 6] == 'A' || t[s + 6] == 'B')) {
            place = t[s + 6] == 'A' ? 19 : 18;
        } else {
            return false;
        }
        number = (number * 100 + place) * 1_000_000 + Chars.number(t, s + 7, s + 13);
        return 97 - number % 97 == small(t, s + 13, e);
    }

    private static boolean taxId(byte[] t, int s, int e) {
        return digits(t, s, e, 13) && t[s] <= '3' && Chars.number(t, s, s + 10) % 511 == small(t, s + 10, e);
    }

    /** Luhn twice, or for the offices of La Poste the plain sum of the digits modulo 5. */
    private static boolean siret(byte[] t, int s, int e) {
        if (!digits(t, s, e, 14)) {
            return false;
        }
        if (starts(t, s, e, "356000000") && !starts(t, s, e, "35600000000048")) {
            int sum = 0;
            for (int i = s; i < e; i++) {
                sum += digit(t, i);
            }
            return sum % 5 == 0;
        }
        return Sums.luhn(t, s, e) == 0 && Sums.luhn(t, s, s + 9) == 0;
    }

    private static boolean vat(byte[] t, int s, int e) {
        return e - s == 11
                && digits(t, s + 2, e)
                && (starts(t, s + 2, e, "000") || Sums.luhn(t, s + 2, e) == 0)
                && vatSum(t, s, e);
    }

    private static boolean vatSum(byte[] t, int s, int e) {
        if (e - s != 11 || !digits(t, s + 2, e) || !in(t, s, VAT_ALPHABET) || !in(t, s + 1, VAT_ALPHABET)) {
            return false;
        }
        long siren = Chars.number(t, s + 2, e);
        if (digits(t, s, s + 2)) {
            return (siren * 100 + 12) % 97 == small(t, s, s + 2);
        }
        int first = VAT_ALPHABET.indexOf(t[s]);
        int second = VAT_ALPHABET.indexOf(t[s + 1]);
        int check = Chars.isDigit(t, s) ? first * 24 + second - 10 : first * 34 + second - 100;
        return (siren + 1 + check / 11) % 11 == check % 11;
    }

    /** RCS, town, A or B, SIREN. */
    private static boolean register(byte[] t, int s, int e) {
        if (!starts(t, s, e, "RCS ")) {
            return false;
        }
        byte[] siren = new byte[9];
        int i = e - 1;
        int filled = 9;
        while (i > s && filled > 0 && (Chars.isDigit(t, i) || t[i] == ' ')) {
            if (t[i] != ' ') {
                siren[--filled] = t[i];
            }
            i--;
        }
        while (i > s && t[i] == ' ') {
            i--;
        }
        return filled == 0
                && (t[i] == 'A' || t[i] == 'B')
                && t[i - 1] == ' '
                && t[i + 1] == ' '
                && i > s + 5
                && Sums.luhn(siren, 0, 9) == 0;
    }

    private static boolean excise(byte[] t, int s, int e) {
        return e - s == 13
                && starts(t, s, e, "FR0")
                && Chars.alphanumeric(t, s, e)
                && digits(t, s + 3, s + 8)
                && in(t, s + 8, "ENCBHLMPSTUVW")
                && digits(t, s + 9, e);
    }
}

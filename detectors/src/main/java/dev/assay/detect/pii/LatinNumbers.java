package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** Mexico, Central America and the Caribbean. */
final class LatinNumbers {
    private static final String CURP_ALPHABET = "0123456789ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ";
    private static final String STATES =
            "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS";
    private static final String CURP_WORDS =
            "BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO FALO FETO GETA GUEI GUEY JETA JOTO"
                    + " KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION"
                    + " MOCO MOKO MULA MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO TETA VACA VAGA VAGO VAKA"
                    + " VUEI VUEY WUEI WUEY";
    private static final int[] RNC = weights("7 9 8 6 5 4 3 2");
    private static final int[] NIT_OLD = weights("14 13 12 11 10 9 8 7 6 5 4 3 2");
    private static final int[] NIT_NEW = weights("2 7 6 5 4 3 2 7 6 5 4 3 2");

    private LatinNumbers() {}

    static void addTo(RuleBook book) {
        Rule rnc = LatinNumbers::dominicanFirm;
        book.add("mx.curp", LatinNumbers::curp)
                .add("mx.rfc", LatinNumbers::rfc)
                .add("gt.nit", LatinNumbers::guatemala)
                .add("sv.nit", ((Rule) LatinNumbers::salvador).afterOptional("SV"))
                .add("sv.dui", weighted("999999999", "9 8 7 6 5 4 3 2", 10, "0987654321"))
                .add("cr.cpf", " ", LatinNumbers::costaRican)
                .add("cr.cpj", LatinNumbers::costaRicanFirm)
                .add("cr.cr", (t, s, e) -> digits(t, s, e) && (e - s == 11 || e - s == 12) && t[s] == '1')
                .add("cu.ni", LatinNumbers::cuban)
                .add("do.cedula", (t, s, e) -> digits(t, s, e, 11) && dominican(t, s))
                .add("do.rnc", rnc)
                .add("do.ncf", LatinNumbers::receipt);
    }

    private static boolean word(byte[] t, int s, int length, String list) {
        for (int i = 0; i + length <= list.length(); i += length + 1) {
            boolean same = true;
            for (int j = 0; j < length && same; j++) {
                same = t[s + j] == (byte) list.charAt(i + j);
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** Four letters, date, sex, state, consonants, homonymy, check digit. */
    private static boolean curp(byte[] t, int s, int e) {
        if (e - s != 18 || !digits(t, s + 4, s + 10) || !in(t, s + 10, "HMX") || !Chars.isDigit(t, s + 17)) {
            return false;
        }
        if (word(t, s, 4, CURP_WORDS) || !word(t, s + 11, 2, STATES)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = CURP_ALPHABET.indexOf(t[s + i] & 0xFF);
            if (value < 0 || (value < 10 && (i < 4 || (i > 9 && i < 16)))) {
                return false;
            }
            sum += (18 - i) * value;
        }
        int year = small(t, s + 4, s + 6) + (Chars.isDigit(t, s + 16) ? 1900 : 2000);
        return Dates.valid(year, small(t, s + 6, s + 8), small(t, s + 8, s + 10))
                && (10 - sum % 10) % 10 == digit(t, s + 17);
    }

    /** Three letters (organisations) or four, date, and from 1990 two characters and a check character. */
    private static boolean rfc(byte[] t, int s, int e) {
        int length = e - s;
        boolean person = length == 13 || length == 10;
        int letters = person ? 4 : 3;
        if (!person && length != 12) {
            return false;
        }
        for (int i = 0; i < letters; i++) {
            if (!isLetter(t, s + i) && t[s + i] != '&' && (t[s + i] & 0xFF) != 0xD1) {
                return false;
            }
        }
        if (!digits(t, s + letters, s + letters + 6) || !Dates.yymmdd(t, s + letters)) {
            return false;
        }
        if (person && word(t, s, 4, CURP_WORDS)) {
            return false;
        }
        if (length == 10) {
            return true;
        }
        return Chars.alphanumeric(t, s + letters + 6, e - 1) && in(t, e - 1, "0123456789A");
    }

    private static boolean guatemala(byte[] t, int s, int e) {
        int length = e - s;
        if (length < 2 || length > 12 || !digits(t, s, e - 1) || !(Chars.isDigit(t, e - 1) || t[e - 1] == 'K')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length - 1; i++) {
            sum += (length - i) * digit(t, s + i);
        }
        return t[e - 1] == (byte) "0123456789K".charAt(Math.floorMod(-sum, 11));
    }

    private static boolean salvador(byte[] t, int s, int e) {
        if (!digits(t, s, e, 14) || !in(t, s, "019")) {
            return false;
        }
        int check = small(t, s + 10, s + 13) <= 100
                ? Sums.weighted(t, s, NIT_OLD) % 11 % 10
                : Math.floorMod(-Sums.weighted(t, s, NIT_NEW), 11) % 10;
        return check == digit(t, s + 13);
    }

    /** Digits, or three parts with dashes between whose leading zeros may be left out. */
    private static boolean costaRican(byte[] t, int s, int e) {
        if (digits(t, s, e)) {
            return e - s == 9 || (e - s == 10 && t[s] == '0');
        }
        int first = dash(t, s, e);
        int second = dash(t, Math.min(e, first + 1), e);
        return second < e
                && digits(t, s, first)
                && (first - s == 1 || (first - s == 2 && t[s] == '0'))
                && digits(t, first + 1, second)
                && second - first <= 5
                && digits(t, second + 1, e)
                && e - second <= 5;
    }

    /** The next dash, or the end. */
    private static int dash(byte[] t, int s, int e) {
        int i = s;
        while (i < e && t[i] != '-') {
            i++;
        }
        return i;
    }

    private static boolean costaRicanFirm(byte[] t, int s, int e) {
        if (!digits(t, s, e, 10)) {
            return false;
        }
        int kind = small(t, s + 1, s + 4);
        return switch (t[s]) {
            case '2' -> kind % 100 == 0 && kind >= 100 && kind <= 400;
            case '3' -> (kind >= 2 && kind <= 14) || (kind >= 101 && kind <= 110);
            case '4' -> kind == 0;
            case '5' -> kind == 1;
            default -> false;
        };
    }

    private static boolean cuban(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11)) {
            return false;
        }
        int century = t[s + 6] == '9' ? 1800 : t[s + 6] <= '5' ? 1900 : 2000;
        return Dates.valid(century + small(t, s, s + 2), small(t, s + 2, s + 4), small(t, s + 4, s + 6));
    }

    private static boolean dominican(byte[] t, int s) {
        return Sums.luhn(t, s, s + 11) == 0;
    }

    private static boolean dominicanFirm(byte[] t, int s, int e) {
        if (!digits(t, s, e, 9)) {
            return false;
        }
        return Math.floorMod(10 - Sums.weighted(t, s, RNC) % 11, 9) + 1 == digit(t, s + 8);
    }

    private static boolean receipt(byte[] t, int s, int e) {
        int length = e - s;
        if (length == 13) {
            return t[s] == 'E' && digits(t, s + 1, e) && electronic(small(t, s + 1, s + 3));
        }
        if (length == 11) {
            return t[s] == 'B' && digits(t, s + 1, e) && printed(small(t, s + 1, s + 3));
        }
        return length == 19 && in(t, s, "AP") && digits(t, s + 1, e) && printed(small(t, s + 9, s + 11));
    }

    private static boolean printed(int kind) {
        return (kind >= 1 && kind <= 4) || (kind >= 11 && kind <= 17);
    }

    private static boolean electronic(int kind) {
        return (kind >= 31 && kind <= 34) || kind == 41 || (kind >= 43 && kind <= 47);
    }
}

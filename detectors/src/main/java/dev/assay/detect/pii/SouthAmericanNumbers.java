package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** South America. */
final class SouthAmericanNumbers {
    private static final int[] CNPJ_FIRST = weights("5 4 3 2 9 8 7 6 5 4 3 2");
    private static final int[] CNPJ_SECOND = weights("6 5 4 3 2 9 8 7 6 5 4 3 2");
    private static final int[] NIT = weights("3 7 13 17 19 23 29 37 41 43 47 53 59 67 71");
    private static final int[] CNH = weights("9 8 7 6 5 4 3 2 1");
    private static final int[] PIS = weights("3 2 9 8 7 6 5 4 3 2");
    private static final int[] RIF = weights("3 2 7 6 5 4 3 2");
    private static final int[] EC_PUBLIC = weights("3 2 7 6 5 4 3 2 1");
    private static final int[] EC_FIRM = weights("4 3 2 7 6 5 4 3 2 1");
    private static final int[] CUI = weights("3 2 7 6 5 4 3 2");
    private static final Rule RUT = weighted("999999999999", "4 3 2 9 8 7 6 5 4 3 2", 11, "0?987654321");
    private static final int[] UY_ID = weights("2 9 8 7 6 3 4");

    private SouthAmericanNumbers() {}

    static void addTo(RuleBook book) {
        Rule cuit = weighted("99999999999", "5 4 3 2 7 6 5 4 3 2", 11, "09987654321")
                .and((t, s, e) -> argentineKind(small(t, s, s + 2)));
        book.add("ar.cuit", cuit)
                .add("ar.dni", (t, s, e) -> digits(t, s, e) && (e - s == 7 || e - s == 8))
                .add("br.cpf", " -.", SouthAmericanNumbers::cpf)
                .add("br.cnpj", SouthAmericanNumbers::cnpj)
                .add("br.cnh", SouthAmericanNumbers::licence)
                .add(
                        "br.pis",
                        (t, s, e) -> digits(t, s, e, 11)
                                && !Chars.repeated(t, s, e)
                                && elevens(Sums.weighted(t, s, PIS)) == digit(t, s + 10))
                .add("br.cns", SouthAmericanNumbers::health)
                .add("cl.rut", ((Rule) SouthAmericanNumbers::chilean).afterOptional("CL"))
                .add("co.nit", SouthAmericanNumbers::colombian)
                .add("ec.ci", (t, s, e) -> digits(t, s, e, 10) && ecuadorPerson(t, s))
                .add("ec.ruc", SouthAmericanNumbers::ecuadorTax)
                .add("pe.cui", SouthAmericanNumbers::peruvian)
                .add(
                        "pe.ruc",
                        weighted("99999999999", "5 4 3 2 7 6 5 4 3 2", 11, "10987654321")
                                .and((t, s, e) -> peruvianKind(small(t, s, s + 2))))
                .add("py.ruc", SouthAmericanNumbers::paraguay)
                .add("uy.rut", ((Rule) SouthAmericanNumbers::uruguay).afterOptional("UY"))
                .add(
                        "uy.ci",
                        (t, s, e) -> digits(t, s, e, 8)
                                && (10 - Sums.weighted(t, s, UY_ID) % 10) % 10 == digit(t, s + 7)
                                && !Chars.repeated(t, s, e))
                .add("ve.rif", SouthAmericanNumbers::venezuela);
    }

    private static boolean argentineKind(int kind) {
        return kind == 20
                || (kind >= 23 && kind <= 27 && kind != 26)
                || kind == 30
                || kind == 33
                || kind == 34
                || kind == 50
                || kind == 51
                || kind == 55;
    }

    /** 11 minus the remainder of 11; 10 and 11 become 0. */
    private static int elevens(int sum) {
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }

    /** Weights 10 to 2 and 11 to 2; one digit eleven times is none. */
    private static boolean cpf(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11) || Chars.repeated(t, s, e)) {
            return false;
        }
        int first = 0;
        int second = 0;
        for (int i = 0; i < 9; i++) {
            first += (10 - i) * digit(t, s + i);
            second += (11 - i) * digit(t, s + i);
        }
        int check = elevens(first);
        return check == digit(t, s + 9) && elevens(second + 2 * check) == digit(t, s + 10);
    }

    /** Letters count their ASCII code minus 48 since 2026. */
    private static boolean cnpj(byte[] t, int s, int e) {
        if (e - s != 14
                || !Chars.alphanumeric(t, s, s + 12)
                || !digits(t, s + 12, e)
                || starts(t, s, e, "000000000000")) {
            return false;
        }
        return elevens(Sums.weighted(t, s, CNPJ_FIRST)) == digit(t, s + 12)
                && elevens(Sums.weighted(t, s, CNPJ_SECOND)) == digit(t, s + 13);
    }

    private static boolean licence(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11) || Chars.repeated(t, s, e)) {
            return false;
        }
        int first = Sums.weighted(t, s, CNH) % 11;
        int second = 0;
        for (int i = 0; i < 9; i++) {
            second += (i + 1) * digit(t, s + i);
        }
        second = second % 11 - (first >= 10 ? 2 : 0);
        second = second < 0 ? second + 11 : second;
        return (first >= 10 ? 0 : first) == digit(t, s + 9) && (second >= 10 ? 0 : second) == digit(t, s + 10);
    }

    /** Weights 15 to 1 to 0 modulo 11; definite numbers start 1 or 2, provisional ones 7, 8 or 9. */
    private static boolean health(byte[] t, int s, int e) {
        if (!digits(t, s, e, 15) || !in(t, s, "12789")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            sum += (15 - i) * digit(t, s + i);
        }
        return sum % 11 == 0;
    }

    /** Weights 2 to 7 from the right, over and over; 10 is K. */
    private static boolean chilean(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 8 && length != 9) || !digits(t, s, e - 1)) {
            return false;
        }
        int sum = 0;
        for (int i = e - 2; i >= s; i--) {
            sum += (2 + (e - 2 - i) % 6) * digit(t, i);
        }
        return t[e - 1] == (byte) "0K987654321".charAt(sum % 11);
    }

    /** Primes from the right. */
    private static boolean colombian(byte[] t, int s, int e) {
        int length = e - s;
        if (length < 8 || length > 16 || !digits(t, s, e)) {
            return false;
        }
        int sum = 0;
        for (int i = e - 2; i >= s; i--) {
            sum += NIT[e - 2 - i] * digit(t, i);
        }
        return t[e - 1] == (byte) "01987654321".charAt(sum % 11);
    }

    private static boolean province(byte[] t, int s) {
        int province = small(t, s, s + 2);
        return (province >= 1 && province <= 24) || province == 30 || province == 50;
    }

    private static boolean ecuadorPerson(byte[] t, int s) {
        return province(t, s) && t[s + 2] <= '5' && Sums.luhn(t, s, s + 10) == 0;
    }

    /** A person's number, a public body's (third digit 6) or a firm's (third digit 9), and the branch. */
    private static boolean ecuadorTax(byte[] t, int s, int e) {
        if (!digits(t, s, e, 13) || !province(t, s)) {
            return false;
        }
        if (t[s + 2] == '6' && Sums.weighted(t, s, EC_PUBLIC) % 11 == 0) {
            return small(t, s + 9, e) > 0;
        }
        if (t[s + 2] == '9') {
            return small(t, s + 10, e) > 0 && Sums.weighted(t, s, EC_FIRM) % 11 == 0;
        }
        return t[s + 2] <= '6' && small(t, s + 10, e) > 0 && Sums.luhn(t, s, s + 10) == 0;
    }

    private static boolean peruvian(byte[] t, int s, int e) {
        int length = e - s;
        if ((length != 8 && length != 9) || !digits(t, s, s + 8)) {
            return false;
        }
        int rest = Sums.weighted(t, s, CUI) % 11;
        return length == 8
                || t[s + 8] == (byte) "65432110987".charAt(rest)
                || t[s + 8] == (byte) "KJIHGFEDCBA".charAt(rest);
    }

    private static boolean peruvianKind(int kind) {
        return kind == 10 || kind == 15 || kind == 16 || kind == 17 || kind == 20;
    }

    private static boolean paraguay(byte[] t, int s, int e) {
        int length = e - s;
        if (length < 5 || length > 9 || !digits(t, s, e)) {
            return false;
        }
        int sum = 0;
        for (int i = e - 2; i >= s; i--) {
            sum += (2 + e - 2 - i) * digit(t, i);
        }
        return Math.floorMod(-sum, 11) % 10 == digit(t, e - 1);
    }

    private static boolean uruguay(byte[] t, int s, int e) {
        return RUT.holds(t, s, e)
                && small(t, s, s + 2) >= 1
                && small(t, s, s + 2) <= 22
                && small(t, s + 2, s + 8) > 0
                && starts(t, s + 8, e, "001");
    }

    /** Kind V, E, J, P or G counting 4, 8, 12, 16, 20. */
    private static boolean venezuela(byte[] t, int s, int e) {
        if (e - s != 10 || !digits(t, s + 1, e)) {
            return false;
        }
        int kind = "VEJPG".indexOf(t[s]);
        int sum = 4 * (kind + 1) + Sums.weighted(t, s + 1, RIF);
        return kind >= 0 && t[s + 9] == (byte) "00987654321".charAt(sum % 11);
    }
}

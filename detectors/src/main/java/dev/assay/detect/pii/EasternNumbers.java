package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.in;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** Russia, Ukraine, Belarus, Azerbaijan, Turkey and Israel. */
final class EasternNumbers {
    private static final String MINSK_LETTERS = "ABCEHKMOPT";
    private static final int[] MINSK = weights("29 23 19 17 13 7 5 3");
    private static final int[] INN = weights("2 4 10 3 5 9 4 6 8");
    private static final int[] INN_FIRST = weights("7 2 4 10 3 5 9 4 6 8");
    private static final int[] INN_SECOND = weights("3 7 2 4 10 3 5 9 4 6 8");

    private EasternNumbers() {}

    static void addTo(RuleBook book) {
        book.add("ru.inn", EasternNumbers::inn)
                .add("ru.ogrn", EasternNumbers::ogrn)
                .add("ru.snils", EasternNumbers::snils)
                .add("ua.edrpou", EasternNumbers::edrpou)
                .add("ua.rntrc", weighted("9999999999", "-1 5 7 9 4 6 10 5 7", 11, "01234567890"))
                .add("by.unp", ((Rule) EasternNumbers::unp).afterOptional("YH\u041f", "UNP"))
                .add(
                        "az.voen",
                        weighted("9999999999", "4 1 8 6 2 7 5 3", 11, "0123456789?")
                                .or(weighted("999999999", "1 8 6 2 7 5 3", 11, "0123456789?"))
                                .and((t, s, e) -> t[e - 1] == '1' || t[e - 1] == '2'))
                .add("tr.tckimlik", EasternNumbers::turkish)
                .add("tr.vkn", EasternNumbers::turkishTax)
                .add("il.idnr", EasternNumbers::israeli)
                .add("il.hp", (t, s, e) -> digits(t, s, e, 9) && t[s] == '5' && Sums.luhn(t, s, e) == 0);
    }

    private static boolean inn(byte[] t, int s, int e) {
        if (digits(t, s, e, 10)) {
            return Sums.weighted(t, s, INN) % 11 % 10 == digit(t, s + 9);
        }
        return digits(t, s, e, 12)
                && Sums.weighted(t, s, INN_FIRST) % 11 % 10 == digit(t, s + 10)
                && Sums.weighted(t, s, INN_SECOND) % 11 % 10 == digit(t, s + 11);
    }

    private static boolean ogrn(byte[] t, int s, int e) {
        if (digits(t, s, e, 13)) {
            return in(t, s, "123456789") && Chars.number(t, s, s + 12) % 11 % 10 == digit(t, s + 12);
        }
        return digits(t, s, e, 15) && in(t, s, "34") && Chars.number(t, s, s + 14) % 13 % 10 == digit(t, s + 14);
    }

    /** Nine digits weighted 9 to 1, modulo 101, 100 written as 00. */
    private static boolean snils(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11) || small(t, s, s + 9) <= 1_001_998) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (9 - i) * digit(t, s + i);
        }
        return sum % 101 % 100 == small(t, s + 9, e);
    }

    /** Weights 1 to 7, for numbers of 30 to 60 million 7 1 2 …; where that gives 10, each weight two more. */
    private static boolean edrpou(byte[] t, int s, int e) {
        if (!digits(t, s, e, 8)) {
            return false;
        }
        boolean rotated = in(t, s, "345");
        int first = 0;
        int second = 0;
        for (int i = 0; i < 7; i++) {
            int weight = rotated ? (i == 0 ? 7 : i) : i + 1;
            first += weight * digit(t, s + i);
            second += (weight + 2) * digit(t, s + i);
        }
        return (first % 11 == 10 ? second % 11 % 10 : first % 11) == digit(t, s + 7);
    }

    private static boolean unp(byte[] t, int s, int e) {
        if (e - s != 9 || !in(t, s, "1234567ABCEHKM") || !digits(t, s + 2, e)) {
            return false;
        }
        boolean letters = isLetter(t, s);
        if (letters ? !in(t, s + 1, MINSK_LETTERS) : !Chars.isDigit(t, s + 1)) {
            return false;
        }
        int second = letters ? MINSK_LETTERS.indexOf(t[s + 1]) : digit(t, s + 1);
        int sum = MINSK[0] * Chars.value(t[s]) + MINSK[1] * second;
        for (int i = 2; i < 8; i++) {
            sum += MINSK[i] * digit(t, s + i);
        }
        return sum % 11 == digit(t, s + 8);
    }

    private static boolean turkish(byte[] t, int s, int e) {
        if (!digits(t, s, e, 11) || t[s] == '0') {
            return false;
        }
        int odd = 0;
        int even = 0;
        for (int i = 0; i < 9; i++) {
            if (i % 2 == 0) {
                odd += digit(t, s + i);
            } else {
                even += digit(t, s + i);
            }
        }
        int tenth = Math.floorMod(7 * odd - even, 10);
        return tenth == digit(t, s + 9) && (odd + even + tenth) % 10 == digit(t, s + 10);
    }

    private static boolean turkishTax(byte[] t, int s, int e) {
        if (!digits(t, s, e, 10)) {
            return false;
        }
        int sum = 0;
        int power = 512;
        for (int i = 0; i < 9; i++) {
            int shifted = (digit(t, s + i) + 9 - i) % 10;
            if (shifted != 0) {
                int rest = shifted * power % 9;
                sum += rest == 0 ? 9 : rest;
            }
            power /= 2;
        }
        return (10 - sum % 10) % 10 == digit(t, s + 9);
    }

    /** Nine digits by Luhn; leading zeros may be left out. */
    private static boolean israeli(byte[] t, int s, int e) {
        return digits(t, s, e) && e - s <= 9 && e - s >= 5 && Chars.number(t, s, e) > 0 && Sums.luhn(t, s, e) == 0;
    }
}

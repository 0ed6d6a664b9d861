package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;

import java.util.Map;

/**
 * Bank accounts of New Zealand: bank (2), branch (4), account (8, presented as 7), suffix (4, presented as 2 or 3).
 * Inland Revenue, "Resident withholding tax and non-resident withholding tax specification", annex on validation.
 */
final class NewZealandAccounts {
    private static final int LENGTH = 18;

    /** Weights over branch, account and suffix as padded, modulus after; the letters are Inland Revenue's. */
    private static final Map<Character, int[]> WEIGHTS = Map.of(
            'A', Weighted.weights("0 0 6 3 7 9 0 0 10 5 8 4 2 1 0 0 0 0"),
            'B', Weighted.weights("0 0 0 0 0 0 0 0 10 5 8 4 2 1 0 0 0 0"),
            'C', Weighted.weights("3 7 0 0 0 0 9 1 10 5 3 4 2 1 0 0 0 0"),
            'D', Weighted.weights("0 0 0 0 0 0 0 7 6 5 4 3 2 1 0 0 0 0"),
            'E', Weighted.weights("0 0 0 0 0 0 0 0 0 0 5 4 3 2 0 0 0 1"),
            'F', Weighted.weights("0 0 0 0 0 0 0 1 7 3 1 7 3 1 0 0 0 0"),
            'G', Weighted.weights("0 0 0 0 0 0 0 1 3 7 1 3 7 1 0 3 7 1"));

    private NewZealandAccounts() {}

    /** Bare digits, or four parts with a dash or blank between, whose leading zeros may be left out. */
    static boolean holds(byte[] text, int start, int end) {
        if (Chars.digits(text, start, end)) {
            return compactHolds(text, start, end);
        }
        return parts(text, start, end) || joined(text, start, end);
    }

    private static boolean joined(byte[] text, int start, int end) {
        byte[] digits = new byte[16];
        int filled = 0;
        for (int i = start; i < end; i++) {
            if (Chars.isDigit(text, i)) {
                if (filled == digits.length) {
                    return false;
                }
                digits[filled++] = text[i];
            } else if (text[i] != '-' && text[i] != ' ') {
                return false;
            }
        }
        return compactHolds(digits, 0, filled);
    }

    private static boolean parts(byte[] text, int start, int end) {
        byte[] joined = new byte[16];
        int[] widths = {2, 4, 7, 3};
        int filled = 0;
        int part = 0;
        int i = start;
        while (i < end && part < 4) {
            int from = i;
            while (i < end && Chars.isDigit(text, i)) {
                i++;
            }
            int length = i - from;
            int width = part == 3 ? Math.max(2, length) : widths[part];
            if (length == 0 || length > width || filled + width > joined.length) {
                return false;
            }
            for (int j = 0; j < width; j++) {
                joined[filled++] = j < width - length ? (byte) '0' : text[from + j - (width - length)];
            }
            part++;
            while (i < end && (text[i] == '-' || text[i] == ' ')) {
                i++;
            }
        }
        return i == end && part == 4 && compactHolds(joined, 0, filled);
    }

    private static boolean compactHolds(byte[] text, int start, int end) {
        int length = end - start;
        if ((length != 15 && length != 16) || !digits(text, start, end)) {
            return false;
        }
        char method = method(
                Chars.small(text, start, start + 2), Chars.small(text, start + 2, start + 6), account(text, start));
        if (method == '?') {
            return false;
        }
        int[] weights = WEIGHTS.getOrDefault(method, WEIGHTS.get('A'));
        if (weights == null || method == 'X') {
            return method == 'X';
        }
        boolean folded = method == 'E' || method == 'G';
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int product = weights[i] * padded(text, start, length, i);
            if (folded) {
                product = product / 10 + product % 10;
                product = product / 10 + product % 10;
            }
            sum += product;
        }
        return sum % (method == 'F' || method == 'G' ? 10 : 11) == 0;
    }

    private static int account(byte[] text, int start) {
        return Chars.small(text, start + 6, start + 13);
    }

    /** The digit at a place of the padded number. */
    private static int padded(byte[] text, int start, int length, int place) {
        if (place < 6) {
            return digit(text, start + place);
        }
        if (place < 14) {
            return place == 6 ? 0 : digit(text, start + place - 1);
        }
        int suffix = length - 13;
        int fromRight = LENGTH - 1 - place;
        return fromRight < suffix ? digit(text, start + length - 1 - fromRight) : 0;
    }

    private static char method(int bank, int branch, int account) {
        return switch (bank) {
            case 1 ->
                between(branch, 1, 999) || between(branch, 1100, 1199) || between(branch, 1800, 1899)
                        ? general(account)
                        : '?';
            case 2 -> between(branch, 1, 999) || between(branch, 1200, 1299) ? general(account) : '?';
            case 3 ->
                between(branch, 1, 999)
                                || between(branch, 1300, 1399)
                                || between(branch, 1500, 1599)
                                || between(branch, 1700, 1799)
                                || between(branch, 1900, 1999)
                                || between(branch, 7350, 7399)
                        ? general(account)
                        : '?';
            case 4 -> between(branch, 2020, 2024) ? general(account) : '?';
            case 6 -> between(branch, 1, 999) || between(branch, 1400, 1499) ? general(account) : '?';
            case 8 -> between(branch, 6500, 6599) ? 'D' : '?';
            case 9 -> branch == 0 ? 'E' : '?';
            case 10 -> between(branch, 5165, 5169) ? general(account) : '?';
            case 11 -> between(branch, 5000, 6499) || between(branch, 6600, 8999) ? general(account) : '?';
            case 12 ->
                between(branch, 3000, 3299) || between(branch, 3400, 3499) || between(branch, 3600, 3699)
                        ? general(account)
                        : '?';
            case 13 -> between(branch, 4900, 4999) ? general(account) : '?';
            case 14 -> between(branch, 4700, 4799) ? general(account) : '?';
            case 15 -> between(branch, 3900, 3999) ? general(account) : '?';
            case 16 -> between(branch, 4400, 4499) ? general(account) : '?';
            case 17 -> between(branch, 3300, 3399) ? general(account) : '?';
            case 18 -> between(branch, 3500, 3599) ? general(account) : '?';
            case 19 -> between(branch, 4600, 4649) ? general(account) : '?';
            case 20 -> between(branch, 4100, 4199) ? general(account) : '?';
            case 21 -> between(branch, 4800, 4899) ? general(account) : '?';
            case 22 -> between(branch, 4000, 4049) ? general(account) : '?';
            case 23 -> between(branch, 3700, 3799) ? general(account) : '?';
            case 24 -> between(branch, 4300, 4349) ? general(account) : '?';
            case 25 -> between(branch, 2500, 2599) ? 'F' : '?';
            case 26 -> between(branch, 2600, 2699) ? 'G' : '?';
            case 27 -> between(branch, 3800, 3849) ? general(account) : '?';
            case 28 -> between(branch, 2100, 2149) ? 'G' : '?';
            case 29 -> between(branch, 2150, 2299) ? 'G' : '?';
            case 30 -> between(branch, 2900, 2949) ? general(account) : '?';
            case 31 -> between(branch, 2800, 2849) ? 'X' : '?';
            case 33 -> between(branch, 6700, 6799) ? 'F' : '?';
            case 35 -> between(branch, 2400, 2499) ? general(account) : '?';
            case 38 -> between(branch, 9000, 9499) ? general(account) : '?';
            case 88 -> between(branch, 8800, 8805) ? general(account) : '?';
            default -> '?';
        };
    }

    private static char general(int account) {
        return account < 990_000 ? 'A' : 'B';
    }

    private static boolean between(int value, int first, int last) {
        return value >= first && value <= last;
    }
}

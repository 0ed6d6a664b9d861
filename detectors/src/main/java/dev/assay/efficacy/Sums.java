package dev.assay.efficacy;

/** The check sums that are no plain weighted sum, each as a question about a whole value. */
final class Sums {
    private static final String DNI = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    /** Values of 0–9 and A–Z at odd places of a codice fiscale (decree of 12 March 1974). */
    private static final int[] CODICE_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    /** The permutation of Verhoeff's scheme; each place applies it once more. */
    private static final int[] VERHOEFF = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private Sums() {}

    static int crossSum(int number) {
        return number / 10 + number % 10;
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    private static boolean isDigits(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The remainder of a number by 97, letters read as 10 to 35 (ISO 7064, MOD 97-10). */
    static int remainder97(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest;
    }

    /** ISO 7064, MOD 11,10. */
    static boolean hybrid11(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (product + digit(digits, i)) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (product + digit(digits, digits.length() - 1)) % 10 == 1;
    }

    /** Spanish identity numbers; X, Y and Z of a foreigner's stand for 0, 1 and 2. */
    static boolean letter23(String text) {
        int last = text.length() - 1;
        int foreign = "XYZ".indexOf(text.charAt(0));
        String digits = (foreign < 0 ? text.substring(0, 1) : Integer.toString(foreign)) + text.substring(1, last);
        return text.charAt(last) == DNI.charAt(Integer.parseInt(digits) % 23);
    }

    /** The Finnish identity code: date and serial number by 31. */
    static boolean letter31(String text) {
        return text.charAt(9) == HETU.charAt(Integer.parseInt(text.substring(0, 9)) % 31);
    }

    static boolean codice(String text) {
        return text.charAt(15) == 'A' + oddAndEven(text.substring(0, 15)) % 26;
    }

    /** The sum of characters by the tables of a codice fiscale, the first place being odd. */
    static int oddAndEven(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c <= '9' ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? CODICE_ODD[value] : value;
        }
        return sum;
    }

    /** Luhn's scheme (ISO/IEC 7812-1, annex B). */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            sum += i % 2 == 0 ? digit : crossSum(2 * digit);
        }
        return sum % 10 == 0;
    }

    /** Weights 7, 3, 1 as on machine-readable documents (ICAO 9303), the last character being the check digit. */
    static boolean sevenThreeOne(String text) {
        int sum = 0;
        int last = text.length() - 1;
        for (int i = 0; i < last; i++) {
            sum += Character.digit(text.charAt(i), 36) * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return text.charAt(last) == '0' + sum % 10;
    }

    /** The unchangeable part of a German health insurance number. */
    static boolean health(String text) {
        int letter = text.charAt(0) - 'A' + 1;
        String digits = letter / 10 + "" + letter % 10 + text.substring(1, 9);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += crossSum(digit(digits, i) * (i % 2 + 1));
        }
        return text.charAt(9) == '0' + sum % 10;
    }

    /** A German pension insurance number. */
    static boolean pension(String text) {
        int letter = text.charAt(8) - 'A' + 1;
        String digits = text.substring(0, 8) + letter / 10 + letter % 10 + text.substring(9, 11);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += crossSum(digit(digits, i) * digit("212571212121", i));
        }
        return text.charAt(11) == '0' + sum % 10;
    }

    /** A registration of the Drug Enforcement Administration: two letters, six digits, check digit. */
    static boolean dea(String text) {
        if (!isDigits(text, 2, 9)) {
            return false;
        }
        int sum = 0;
        for (int i = 2; i < 8; i++) {
            sum += digit(text, i) * (i % 2 == 0 ? 1 : 2);
        }
        return digit(text, 8) == sum % 10;
    }

    /** Verhoeff's scheme over the dihedral group of the pentagon (1969). */
    static boolean verhoeff(String digits) {
        int state = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            for (int turn = 0; turn < i % 8; turn++) {
                digit = VERHOEFF[digit];
            }
            state = turnThenFlip(state, digit);
        }
        return state == 0;
    }

    /** The product of two symmetries: 0 to 4 are turns, 5 to 9 are flips. */
    private static int turnThenFlip(int left, int right) {
        int turns = left < 5 ? left + right % 5 : left - 5 + 5 - right % 5;
        boolean flipped = left < 5 == right >= 5;
        return turns % 5 + (flipped ? 5 : 0);
    }
}

package dev.assay.efficacy;

/**
 * The check sums of national numbers that are no plain weighted sum, each as a question about a whole value. Sources are
 * those of the detectors' own checks (see their {@code standard}); written apart from them.
 */
final class NationalSums {
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CURP = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final String RFC = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
    private static final String PPSN = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final String NHI = ".ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String UPN = "ABCDEFGHJKLMNPQRTUVWXYZ";
    /** By letter A to Z, the two digits a Taiwanese number's letter stands for. */
    private static final int[] TAIWAN = {
        10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33
    };
    /** By letter A to Z, what it counts in a vehicle's number; I, O and Q do not occur. */
    private static final int[] VEHICLE = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};

    private NationalSums() {}

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    private static int weighed(String text, int from, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(text.charAt(from + i), 36);
        }
        return sum;
    }

    /** The last digits are what is left of the others by a number; nothing left is never given out. */
    static boolean remainder(String text, int by, int places) {
        int cut = text.length() - places;
        long rest = Long.parseLong(text.substring(0, cut)) % by;
        return rest != 0 && rest == Long.parseLong(text.substring(cut));
    }

    /** Luhn over letters as 10 to 35: written out as two digits each. */
    static String expanded(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return digits.toString();
    }

    /** Luhn's sum with letters as single values; doubled ones above nine lose nine (Portuguese citizen card). */
    static boolean luhnOfLetters(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(text.length() - 1 - i), 36);
            int counted = i % 2 == 0 ? value : 2 * value;
            sum += i % 2 == 1 && counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /** Luhn's scheme by 36 (Indian GSTIN). */
    static boolean luhn36(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHANUMERIC.indexOf(text.charAt(text.length() - 1 - i)) * (i % 2 + 1);
            sum += value / 36 + value % 36;
        }
        return sum % 36 == 0;
    }

    static boolean hongKong(String text) {
        int sum = 36 * 9 + weighed(text, 0, 8, 7, 6, 5, 4, 3, 2);
        int check = Character.digit(text.charAt(7), 36);
        return check <= 10 && (sum + check) % 11 == 0;
    }

    static boolean irish(String text) {
        int second = text.length() > 8 ? text.charAt(8) - 'A' + 1 : 0;
        return text.charAt(7) == PPSN.charAt((weighed(text, 0, 8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23);
    }

    static boolean korean(String text, int base) {
        int last = text.length() - 1;
        int sum = weighed(text, 0, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);
        return digit(text, last) == (base - sum % 11) % 10;
    }

    static boolean thai(String text) {
        return digit(text, 12) == (11 - weighed(text, 0, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10;
    }

    static boolean koreanBusiness(String text) {
        int sum = weighed(text, 0, 1, 3, 7, 1, 3, 7, 1, 3, 5) + 5 * digit(text, 8) / 10;
        return (sum + digit(text, 9)) % 10 == 0;
    }

    static boolean japaneseCompany(String text) {
        int sum = weighed(text, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);
        return digit(text, 0) == 9 - sum % 9;
    }

    static boolean luxembourg(String text) {
        return Sums.luhn(text.substring(0, 12)) && Sums.verhoeff(text.substring(0, 11) + text.charAt(12));
    }

    static boolean mauritius(String text) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            sum += (14 - i) * ALPHANUMERIC.indexOf(text.charAt(i));
        }
        return sum % 17 == 0;
    }

    static boolean curp(String text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (18 - i) * CURP.indexOf(text.charAt(i));
        }
        return text.charAt(17) == '0' + (10 - sum % 10) % 10;
    }

    static boolean rfc(String text) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (13 - i) * RFC.indexOf(text.charAt(i));
        }
        return text.charAt(12) == "0A987654321".charAt(sum % 11);
    }

    /** Three letters, three digits, check digit. */
    static boolean newZealandHealth(String text) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            char c = text.charAt(i);
            sum += (7 - i) * (c <= '9' ? c - '0' : NHI.indexOf(c));
        }
        return sum % 11 != 0 && digit(text, 6) == (11 - sum % 11) % 10;
    }

    static boolean peruvian(String text) {
        return text.charAt(8) == "65432110987".charAt(weighed(text, 0, 3, 2, 7, 6, 5, 4, 3, 2) % 11);
    }

    static boolean polishCard(String text) {
        return weighed(text, 0, 7, 3, 1, 9, 7, 3, 1, 7, 3) % 10 == 0;
    }

    static boolean snils(String text) {
        int sum = weighed(text, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100;
        return Integer.parseInt(text.substring(9)) == sum;
    }

    static boolean singapore(String text) {
        int sum = weighed(text, 1, 2, 7, 6, 5, 4, 3, 2);
        return switch (text.charAt(0)) {
            case 'S' -> text.charAt(8) == "JZIHGFEDCBA".charAt(sum % 11);
            case 'T' -> text.charAt(8) == "JZIHGFEDCBA".charAt((sum + 4) % 11);
            case 'F' -> text.charAt(8) == "XWUTRQPNMLK".charAt(sum % 11);
            case 'G' -> text.charAt(8) == "XWUTRQPNMLK".charAt((sum + 4) % 11);
            default -> throw new IllegalArgumentException("a Singaporean number begins with S, T, F or G");
        };
    }

    static boolean singaporeBusiness(String text) {
        return text.charAt(8) == "XMKECAWLJDB".charAt(weighed(text, 0, 10, 4, 9, 3, 8, 2, 7, 1) % 11);
    }

    /** The numbers on international mail (UPU S10). */
    static boolean mailItem(String digits) {
        int check = 11 - weighed(digits, 0, 8, 6, 4, 2, 3, 5, 9, 7) % 11;
        return digit(digits, 8) == (check == 10 ? 0 : check == 11 ? 5 : check);
    }

    static boolean turkishTax(String text) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int moved = (digit(text, i) + 9 - i) % 10;
            int counted = moved * (1 << (9 - i)) % 9;
            sum += moved != 0 && counted == 0 ? 9 : counted;
        }
        return (sum + digit(text, 9)) % 10 == 0;
    }

    static boolean taiwan(String text) {
        int letter = TAIWAN[text.charAt(0) - 'A'];
        return (letter / 10 + letter % 10 * 9 + weighed(text, 1, 8, 7, 6, 5, 4, 3, 2, 1, 1)) % 10 == 0;
    }

    static boolean pupil(String text) {
        return text.charAt(0) == UPN.charAt(weighed(text, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13) % 23);
    }

    static boolean taxReference(String text) {
        return text.charAt(0) == "21987654321".charAt(weighed(text, 1, 6, 7, 8, 9, 10, 5, 4, 3, 2) % 11);
    }

    static boolean venezuelan(String text) {
        int sum = 4 * ("VEJPG".indexOf(text.charAt(0)) + 1) + weighed(text, 1, 3, 2, 7, 6, 5, 4, 3, 2);
        return text.charAt(9) == "00987654321".charAt(sum % 11);
    }

    static boolean vehicle(String text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int weight = i == 8 ? 0 : i < 7 ? 8 - i : i == 7 ? 10 : 18 - i;
            char c = text.charAt(i);
            sum += weight * (c <= '9' ? c - '0' : VEHICLE[c - 'A']);
        }
        return text.charAt(8) == "0123456789X".charAt(sum % 11);
    }

    /** The second line of a passport (ICAO 9303-4): number, birth, expiry, optional data, all together. */
    static boolean passportLine(String line) {
        return icao(line.substring(0, 9), line.charAt(9))
                && icao(line.substring(13, 19), line.charAt(19))
                && icao(line.substring(21, 27), line.charAt(27))
                && icao(line.substring(28, 42), line.charAt(42))
                && icao(line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43), line.charAt(43));
    }

    private static boolean icao(String text, char check) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(i) == '<' ? 0 : Character.digit(text.charAt(i), 36);
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return check == '0' + sum % 10;
    }

    /** Italian account numbers: a letter that stands before the 22 characters it is worked out from. */
    static boolean italianAccount(String text) {
        return text.charAt(0) == 'A' + Sums.oddAndEven(text.substring(1)) % 26;
    }
}

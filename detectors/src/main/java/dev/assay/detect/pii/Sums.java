package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.value;

/**
 * The checksums that many numbers share. Each reads a compact number that is known to hold only digits, or digits and
 * letters where it says so.
 */
final class Sums {
    /** The multiplication of the dihedral group D5; J. Verhoeff, Error Detecting Decimal Codes, 1969. */
    private static final String[] DIHEDRAL = {
        "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
        "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
    };

    private static final String[] PERMUTATIONS = {
        "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"
    };

    /** A totally anti-symmetric quasigroup; H. M. Damm, Total anti-symmetrische Quasigruppen, 2004. */
    private static final String[] QUASIGROUP = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    private Sums() {}

    /** The sum of weight × digit from an index on, as far as the weights go. */
    static int weighted(byte[] text, int start, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(text, start + i);
        }
        return sum;
    }

    /** As {@link #weighted}, with letters counting 10–35. */
    static int weightedLetters(byte[] text, int start, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * value(text[start + i]);
        }
        return sum;
    }

    /** ISO/IEC 7812-1 annex B: 0 for a right check digit. */
    static int luhn(byte[] text, int start, int end) {
        int sum = 0;
        boolean twice = false;
        for (int i = end - 1; i >= start; i--) {
            int digit = digit(text, i);
            if (twice) {
                digit *= 2;
                digit = digit > 9 ? digit - 9 : digit;
            }
            sum += digit;
            twice = !twice;
        }
        return sum % 10;
    }

    /** The Luhn rule in another base, letters counting 10–35; 0 for a right check character. */
    static int luhn(byte[] text, int start, int end, int base) {
        int sum = 0;
        boolean twice = false;
        for (int i = end - 1; i >= start; i--) {
            int digit = value(text[i]);
            if (twice) {
                digit *= 2;
                digit = digit / base + digit % base;
            }
            sum += digit;
            twice = !twice;
        }
        return sum % base;
    }

    /** 0 for a right check digit. */
    static int verhoeff(byte[] text, int start, int end) {
        int check = 0;
        for (int i = end - 1; i >= start; i--) {
            int permuted = PERMUTATIONS[(end - 1 - i) & 7].charAt(digit(text, i)) - '0';
            check = DIHEDRAL[check].charAt(permuted) - '0';
        }
        return check;
    }

    /** 0 for a right check digit. */
    static int damm(byte[] text, int start, int end) {
        int check = 0;
        for (int i = start; i < end; i++) {
            check = QUASIGROUP[check].charAt(digit(text, i)) - '0';
        }
        return check;
    }

    /** The remainder of a number of any length. */
    static int modulo(byte[] text, int start, int end, int modulus) {
        long rest = 0;
        for (int i = start; i < end; i++) {
            rest = (rest * 10 + digit(text, i)) % modulus;
        }
        return (int) rest;
    }

    /** ISO 7064 MOD 97-10 over digits and letters (10–35, two digits each), going on from an earlier remainder; 1 in the end if right. */
    static int mod97(byte[] text, int start, int end, int before) {
        int rest = before;
        for (int i = start; i < end; i++) {
            int value = value(text[i]);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest;
    }

    static int mod97(byte[] text, int start, int end) {
        return mod97(text, start, end, 0);
    }

    /** ISO 7064 MOD 11-2: digits, and {@code X} for 10 at the end; 1 if right. */
    static int mod11Radix2(byte[] text, int start, int end) {
        int rest = 0;
        for (int i = start; i < end; i++) {
            rest = (2 * rest + (text[i] == 'X' ? 10 : digit(text, i))) % 11;
        }
        return rest;
    }

    /** ISO 7064 MOD 37-2: digits, letters, and {@code *} for 36 at the end; 1 if right. */
    static int mod37Radix2(byte[] text, int start, int end) {
        int rest = 0;
        for (int i = start; i < end; i++) {
            rest = (2 * rest + (text[i] == '*' ? 36 : value(text[i]))) % 37;
        }
        return rest;
    }

    /** The hybrid systems of ISO 7064, MOD 11,10 (modulus 10) and MOD 37,36 (modulus 36); 1 if right. */
    static int hybrid(byte[] text, int start, int end, int modulus) {
        int check = modulus / 2;
        for (int i = start; i < end; i++) {
            check = ((check == 0 ? modulus : check) * 2 % (modulus + 1) + value(text[i])) % modulus;
        }
        return check;
    }
}

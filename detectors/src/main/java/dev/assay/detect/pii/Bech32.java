package dev.assay.detect.pii;

/** The checksum of BIP-173 and its successor of BIP-350. */
final class Bech32 {
    /** What BIP-173 leaves for a right checksum. */
    static final int ORIGINAL = 1;
    /** What BIP-350 leaves. */
    static final int MODIFIED = 0x2bc830a3;

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    private Bech32() {}

    /** 0–31, or −1. */
    static int value(byte character) {
        int lower = character >= 'A' && character <= 'Z' ? character + 32 : character;
        return ALPHABET.indexOf(lower);
    }

    /** What the polynomial leaves, or −1 where the text is none with this prefix, or mixes upper and lower case. */
    static int checksum(byte[] bytes, int start, int end, String prefix) {
        int dataStart = start + prefix.length() + 1;
        if (end - dataStart < 7 || bytes[dataStart - 1] != '1') {
            return -1;
        }
        boolean lower = false;
        boolean upper = false;
        int check = 1;
        for (int i = 0; i < prefix.length(); i++) {
            byte character = bytes[start + i];
            if ((character | 32) != prefix.charAt(i)) {
                return -1;
            }
            lower |= character >= 'a';
            upper |= character < 'a';
            check = step(check, prefix.charAt(i) >> 5);
        }
        check = step(check, 0);
        for (int i = 0; i < prefix.length(); i++) {
            check = step(check, prefix.charAt(i) & 31);
        }
        for (int i = dataStart; i < end; i++) {
            int value = value(bytes[i]);
            if (value < 0) {
                return -1;
            }
            lower |= bytes[i] >= 'a';
            upper |= bytes[i] >= 'A' && bytes[i] <= 'Z';
            check = step(check, value);
        }
        return lower && upper ? -1 : check;
    }

    private static int step(int check, int value) {
        int top = check >>> 25;
        int next = ((check & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < 5; i++) {
            if (((top >> i) & 1) != 0) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }
}

package dev.assay.detect.secret;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;

/**
 * Tokens whose issuer put a checksum into them. A right checksum leaves no doubt; with a wrong one the token may still
 * have been real before somebody edited it, so it keeps its shape's confidence as long as it looks random.
 */
final class IssuerChecksums {
    private static final int MIN_MILLI_BITS = 3000;

    private IssuerChecksums() {}

    /**
     * GitHub since April 2021 and npm since September 2021: a prefix that ends in {@code _}, 30 random characters, and
     * the CRC-32 of these 30 in base 62 (digits, capitals, small letters), six places wide.
     */
    static Verdict base62Crc(byte[] bytes, int start, int end) {
        int body = start;
        while (body < end && bytes[body] != '_') {
            body++;
        }
        body++;
        int checksum = end - 6;
        if (checksum <= body) {
            return Verdict.INVALID;
        }
        return judge(Crc32.of(bytes, body, checksum) == number(bytes, checksum, end, 62), bytes, body, end);
    }

    /**
     * GitLab's routable tokens: everything before the last seven characters, then its CRC-32 in base 36. The last dot is
     * followed by the length of the payload, two places in base 36, and the checksum.
     */
    static Verdict gitlabRoutable(byte[] bytes, int start, int end) {
        int checksum = end - 7;
        int body = start;
        while (body < end && bytes[body] != '-') {
            body++;
        }
        body++;
        if (checksum <= body) {
            return Verdict.INVALID;
        }
        return judge(Crc32.of(bytes, start, checksum) == number(bytes, checksum, end, 36), bytes, body, end);
    }

    /**
     * Grafana's prefixed keys: {@code glsa_}, 32 random characters, {@code _}, and the CRC-32 of what stands before that
     * underscore as eight hexadecimal digits, lowest byte first.
     */
    static Verdict grafana(byte[] bytes, int start, int end) {
        int checksum = end - 8;
        if (checksum - 1 <= start + 5) {
            return Verdict.INVALID;
        }
        long crc = Crc32.of(bytes, start, checksum - 1);
        long lowestFirst = Integer.toUnsignedLong(Integer.reverseBytes((int) crc));
        return judge(lowestFirst == number(bytes, checksum, end, 16), bytes, start + 5, end);
    }

    private static Verdict judge(boolean right, byte[] bytes, int start, int end) {
        if (right) {
            return Verdict.VALID;
        }
        boolean random = Entropy.atLeast(bytes, start, end, MIN_MILLI_BITS) && !StandIns.isMarked(bytes, start, end);
        return random ? Verdict.UNCHECKED : Verdict.INVALID;
    }

    /** Reads digits, then capitals, then small letters; for bases up to 36 either case. −1 if a character is neither. */
    private static long number(byte[] bytes, int start, int end, int base) {
        long number = 0;
        for (int i = start; i < end; i++) {
            int b = bytes[i];
            int digit;
            if (Ascii.isDigit(b)) {
                digit = b - '0';
            } else if (Ascii.isLetter(b)) {
                digit = (base <= 36 || Ascii.isUpper(b) ? 10 : 36) + Ascii.lower(b) - 'a';
            } else {
                return -1;
            }
            if (digit >= base) {
                return -1;
            }
            number = number * base + digit;
        }
        return number;
    }

    /**
     * A Bech32 string in either case (BIP-173), such as the secret key of age.
     *
     * @return the check for the given human-readable part, in lower case
     */
    static Check bech32(String humanPart) {
        return (bytes, start, end) -> {
            int data = start + humanPart.length() + 1;
            if (end - data < 8 || !Ascii.containsWord(bytes, start, data, humanPart)) {
                return Verdict.INVALID;
            }
            int state = 1;
            for (int i = 0; i < humanPart.length(); i++) {
                state = polymod(state, humanPart.charAt(i) >> 5);
            }
            state = polymod(state, 0);
            for (int i = 0; i < humanPart.length(); i++) {
                state = polymod(state, humanPart.charAt(i) & 31);
            }
            for (int i = data; i < end; i++) {
                int value = "qpzry9x8gf2tvdw0s3jn54khce6mua7l".indexOf(Ascii.lower(bytes[i]));
                if (value < 0) {
                    return Verdict.INVALID;
                }
                state = polymod(state, value);
            }
            return state == 1 ? Verdict.VALID : Verdict.UNCHECKED;
        };
    }

    private static int polymod(int state, int value) {
        int top = state >>> 25;
        int next = (state & 0x1FFFFFF) << 5 ^ value;
        next ^= (top & 1) != 0 ? 0x3B6A57B2 : 0;
        next ^= (top & 2) != 0 ? 0x26508E6D : 0;
        next ^= (top & 4) != 0 ? 0x1EA119FA : 0;
        next ^= (top & 8) != 0 ? 0x3D4233DD : 0;
        next ^= (top & 16) != 0 ? 0x2A1462B3 : 0;
        return next;
    }
}

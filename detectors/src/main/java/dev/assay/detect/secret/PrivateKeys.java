package dev.assay.detect.secret;

import dev.assay.detect.Check.Verdict;
import dev.assay.detect.text.Base64Text;

/**
 * Private keys in text: PEM and its kin (RFC 7468, RFC 4880 section 6.2, the OpenSSH and PuTTY formats). What stands
 * between the lines decides: armour around three dots or an ellipsis is documentation.
 */
final class PrivateKeys {
    private static final int MIN_BODY = 40;

    private PrivateKeys() {}

    /**
     * {@code -----BEGIN … PRIVATE KEY-----} and what follows. VALID if the body begins as a DER sequence, an OpenSSH key
     * or an OpenPGP packet does, UNCHECKED if it is only base64 enough.
     */
    static Verdict armoured(byte[] bytes, int start, int end) {
        int body = afterHeader(bytes, start, end);
        int characters = 0;
        int first = -1;
        int lineStart = body;
        for (int i = body; i < end; i++) {
            int b = bytes[i];
            if (b == '-' && i + 4 < end && bytes[i + 1] == '-') {
                break;
            }
            if (b == '\n') {
                lineStart = i + 1;
            }
            if (b == ':') {
                // A header line such as "Version: …"; what it held does not count.
                characters = 0;
                first = -1;
                i = lineEnd(bytes, i, end);
                lineStart = i + 1;
            } else if (Base64Text.value(b) >= 0 && b != '-' && b != '_' && !isEscape(bytes, i)) {
                first = first < 0 ? i : first;
                characters++;
            }
        }
        if (characters < MIN_BODY || first < 0 || lineStart > end) {
            return Verdict.INVALID;
        }
        int sampleEnd = Math.min(end, first + 64);
        if (!Entropy.atLeast(bytes, first, sampleEnd, 3000)) {
            return Verdict.INVALID;
        }
        return startsAsKey(bytes, first, end) ? Verdict.VALID : Verdict.UNCHECKED;
    }

    private static int afterHeader(byte[] bytes, int start, int end) {
        int dashes = 0;
        for (int i = start + 6; i < end; i++) {
            dashes = bytes[i] == '-' ? dashes + 1 : 0;
            if (dashes >= 4 && (i + 1 == end || bytes[i + 1] != '-')) {
                return i + 1;
            }
        }
        return end;
    }

    private static int lineEnd(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '\n' && !(bytes[i] == '\\' && i + 1 < end && bytes[i + 1] == 'n')) {
            i++;
        }
        return i;
    }

    /** The letter of {@code \n} or {@code \r} written out. */
    private static boolean isEscape(byte[] bytes, int at) {
        return (bytes[at] == 'n' || bytes[at] == 'r') && bytes[at - 1] == '\\';
    }

    private static boolean startsAsKey(byte[] bytes, int first, int end) {
        return Ascii.startsWith(bytes, first, end, "MI")
                || Ascii.startsWith(bytes, first, end, "MC")
                || Ascii.startsWith(bytes, first, end, "MH")
                || Ascii.startsWith(bytes, first, end, "MF")
                || Ascii.startsWith(bytes, first, end, "MG")
                || Ascii.startsWith(bytes, first, end, "b3BlbnNzaC1rZXkt")
                || Ascii.startsWith(bytes, first, end, "lQ")
                || Ascii.startsWith(bytes, first, end, "lF")
                || Ascii.startsWith(bytes, first, end, "xc")
                || Ascii.startsWith(bytes, first, end, "xV");
    }

    /** The private member of a JSON Web Key (RFC 7518 section 6): a type of key stands in the same object. */
    static Verdict jsonWebKey(byte[] bytes, int start, int end) {
        int from = Ascii.cellStart(bytes, start, 2048);
        int to = Ascii.cellEnd(bytes, end, 2048);
        boolean typed = Ascii.containsWord(bytes, from, to, "\"kty\"");
        return typed && Entropy.atLeast(bytes, start, end, 4000) ? Verdict.VALID : Verdict.INVALID;
    }
}

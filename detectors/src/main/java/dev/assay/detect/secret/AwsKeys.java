package dev.assay.detect.secret;

import dev.assay.detect.Check.Verdict;

/** Keys of Amazon Web Services. Their forms are in the IAM user guide, "IAM identifiers", unique ID prefixes. */
final class AwsKeys {
    private static final String SAMPLE_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private AwsKeys() {}

    /** Four letters that say what kind of key it is, then base 32 (A–Z, 2–7), which holds the account's number. */
    static Verdict accessKeyId(byte[] bytes, int start, int end) {
        if (Ascii.endsWith(bytes, start, end, "EXAMPLE")) {
            return Verdict.PUBLISHED_TEST;
        }
        for (int i = start + 4; i < end; i++) {
            int b = bytes[i];
            if (!Ascii.isUpper(b) && (b < '2' || b > '7')) {
                return Verdict.INVALID;
            }
        }
        return Entropy.atLeast(bytes, start, end, 3000) ? Verdict.VALID : Verdict.INVALID;
    }

    /** 40 characters of base 64: no checksum, so randomness has to do. */
    static Verdict secretAccessKey(byte[] bytes, int start, int end) {
        if (Ascii.startsWith(bytes, start, end, SAMPLE_SECRET)
                || Ascii.endsWith(bytes, start, end, "EXAMPLEKEY")
                || Ascii.endsWith(bytes, start, end, "EXAMPLE")) {
            return Verdict.PUBLISHED_TEST;
        }
        if (!Entropy.atLeast(bytes, start, end, 3500) || isHex(bytes, start, end)) {
            return Verdict.INVALID;
        }
        return Verdict.VALID;
    }

    /** 40 hexadecimal digits are a SHA-1, mostly a commit. */
    private static boolean isHex(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            int b = Ascii.lower(bytes[i]);
            if (!Ascii.isDigit(b) && (b < 'a' || b > 'f')) {
                return false;
            }
        }
        return true;
    }
}

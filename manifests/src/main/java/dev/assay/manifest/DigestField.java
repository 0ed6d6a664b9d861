package dev.assay.manifest;

import java.util.HexFormat;

/** A field of the record that holds a SHA-256 digest: 64 lower-case hexadecimal digits. */
final class DigestField {
    private static final int DIGITS = 64;

    private DigestField() {}

    /** The digest itself, or an exception that names the field. */
    static String require(String hex, String field) {
        if (!isDigest(hex)) {
            throw new ManifestException(
                    "\"" + field + "\" is not a SHA-256 digest; give 64 lower-case hexadecimal digits.");
        }
        return hex;
    }

    private static boolean isDigest(String hex) {
        if (hex.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            char digit = hex.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The 32 bytes a digest stands for. */
    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(require(hex, "digest"));
    }
}

package dev.assay.manifest;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** A field of the record that holds a SHA-256 digest: 64 lower-case hexadecimal digits. */
final class DigestField {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    private DigestField() {}

    /** The digest itself, or an exception that names the field. */
    static String require(String hex, String field) {
        if (!SHAPE.matcher(hex).matches()) {
            throw new ManifestException(
                    "\"" + field + "\" is not a SHA-256 digest; give 64 lower-case hexadecimal digits.");
        }
        return hex;
    }

    /** The 32 bytes a digest stands for. */
    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(require(hex, "digest"));
    }
}

package dev.assay.statement;

import java.util.Base64;

/** Base64 as RFC 4648 §4 or §5 writes it: one alphabet throughout, padded, no white space, no stray bits at the end. */
final class StrictBase64 {
    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text, String field) {
        boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        try {
            byte[] bytes = (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
            String again = (urlSafe ? Base64.getUrlEncoder() : Base64.getEncoder()).encodeToString(bytes);
            if (again.equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new StatementException("\"" + field + "\" is not base64.");
        }
        throw new StatementException(
                "\"" + field + "\" is base64 written in an unusual way; two texts must not mean" + " the same bytes.");
    }
}

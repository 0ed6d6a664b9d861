package dev.assay.detect.secret;

import dev.assay.detect.Check.Verdict;
import dev.assay.detect.text.Base64Text;

/**
 * JSON Web Tokens and their kin (RFC 7515, 7516, 7519): base64url parts joined by dots, of which the first decodes to a
 * JSON object that names an algorithm.
 *
 * <pre>
 *  eyJhbGciOi…  .  eyJzdWIiOi…  .  c2lnbmF0dXJl…
 *  {"alg":…}       payload         signature, empty for the algorithm "none"
 * </pre>
 */
final class JsonWebTokens {
    private JsonWebTokens() {}

    static Verdict token(byte[] bytes, int start, int end) {
        int header = Base64Text.runEnd(bytes, start, end);
        if (header == end || bytes[header] != '.' || !isHeader(bytes, start, header)) {
            return Verdict.INVALID;
        }
        int payload = Base64Text.runEnd(bytes, header + 1, end);
        return isSample(bytes, header + 1, payload) ? Verdict.PUBLISHED_TEST : Verdict.VALID;
    }

    /** The claims of RFC 7519 section 3.1, or those that jwt.io shows its visitors. */
    private static boolean isSample(byte[] bytes, int start, int end) {
        return Base64Text.indexOf(bytes, start, end, "\"http://example.com/is_root\"") >= 0
                || (Base64Text.indexOf(bytes, start, end, "\"sub\":\"1234567890\"") >= 0
                        && Base64Text.indexOf(bytes, start, end, "\"name\":\"John Doe\"") >= 0);
    }

    /** Base64 of a whole token, as in a Kubernetes secret. */
    static Verdict wrappedToken(byte[] bytes, int start, int end) {
        int run = Base64Text.runEnd(bytes, start, end);
        int whole = start + (run - start) / 4 * 4;
        byte[] inner = new byte[Base64Text.decodedLength(whole - start)];
        for (int i = 0; i < inner.length; i++) {
            inner[i] = (byte) Base64Text.byteAt(bytes, start, i);
        }
        int header = Base64Text.runEnd(inner, 0, inner.length);
        return isHeader(inner, 0, header) ? Verdict.VALID : Verdict.INVALID;
    }

    /** Whether the characters decode to an object with a member {@code alg}, as RFC 7515 section 4.1.1 demands. */
    private static boolean isHeader(byte[] bytes, int start, int end) {
        if (end - start < 8 || Base64Text.byteAt(bytes, start, 0) != '{') {
            return false;
        }
        int name = Base64Text.indexOf(bytes, start, end, "\"alg\"");
        if (name < 0) {
            return false;
        }
        int length = Base64Text.decodedLength(end - start);
        for (int at = name + 5; at < length; at++) {
            int b = Base64Text.byteAt(bytes, start, at);
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == ':';
            }
        }
        return false;
    }
}

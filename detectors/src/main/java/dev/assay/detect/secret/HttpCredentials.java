package dev.assay.detect.secret;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import dev.assay.detect.text.Base64Text;

/** Credentials as HTTP clients carry them: basic authentication (RFC 7617), bearer tokens (RFC 6750), curl's options. */
final class HttpCredentials {
    /** How far before {@code -u} the word curl may stand: a long command has several lines. */
    private static final int CURL_REACH = 512;

    private HttpCredentials() {}

    /** Base64 of {@code user:password}: decodes to printable text with a colon that is no JSON. */
    static Verdict basic(byte[] bytes, int start, int end) {
        int run = Base64Text.runEnd(bytes, start, end);
        int length = Base64Text.decodedLength(run - start);
        if (length < 3 || Base64Text.byteAt(bytes, start, 0) == '{') {
            return Verdict.INVALID;
        }
        int colon = -1;
        for (int i = 0; i < length; i++) {
            int b = Base64Text.byteAt(bytes, start, i);
            if (b < 0x20 || b == 0x7F) {
                return Verdict.INVALID;
            }
            if (b == ':' && colon < 0) {
                colon = i;
            }
        }
        if (colon < 0) {
            return Verdict.INVALID;
        }
        return isWellKnown(bytes, start, run, "user:pass")
                        || isWellKnown(bytes, start, run, "username:password")
                        || isWellKnown(bytes, start, run, "Aladdin:open sesame")
                        || isWellKnown(bytes, start, run, "Aladdin:OpenSesame")
                ? Verdict.PUBLISHED_TEST
                : Verdict.VALID;
    }

    private static boolean isWellKnown(byte[] bytes, int start, int end, String pair) {
        return Base64Text.decodedLength(end - start) == pair.length()
                && Base64Text.indexOf(bytes, start, end, pair) == 0;
    }

    /** The value of a header that carries a token. */
    static Check headerToken(int milliBits) {
        return (bytes, start, end) -> {
            boolean secret = Ascii.isValueEnd(bytes, end)
                    && Entropy.atLeast(bytes, start, end, milliBits)
                    && !StandIns.isStandIn(bytes, start, end)
                    && !WordLikeness.looksLikeWords(bytes, start, end);
            return secret ? Verdict.VALID : Verdict.INVALID;
        };
    }

    /** {@code user:password} after {@code -u} or {@code --user}, in a command that calls curl. */
    static Verdict curlUser(byte[] bytes, int start, int end) {
        int from = Ascii.cellStart(bytes, start, CURL_REACH);
        if (!isArgumentEnd(bytes, end) || !Ascii.containsWord(bytes, from, start, "curl")) {
            return Verdict.INVALID;
        }
        int colon = start;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        int password = skipQuotes(bytes, colon + 1, end);
        int passwordEnd = end;
        while (passwordEnd > password && isQuote(bytes[passwordEnd - 1])) {
            passwordEnd--;
        }
        if (passwordEnd - password >= 3) {
            return StandIns.isStandIn(bytes, password, passwordEnd) || isReferenceInside(bytes, password, passwordEnd)
                    ? Verdict.INVALID
                    : Verdict.VALID;
        }
        // An empty password: some services take the token as the user's name.
        boolean token = colon - start >= 8
                && passwordEnd == password
                && !isReferenceInside(bytes, start, colon)
                && Entropy.atLeast(bytes, start, colon, 3000)
                && !WordLikeness.looksLikeWords(bytes, start, colon);
        return token ? Verdict.VALID : Verdict.INVALID;
    }

    /** {@code ${…}} or <code>{{…}}</code> somewhere: assembled when it runs. */
    private static boolean isReferenceInside(byte[] bytes, int start, int end) {
        return Ascii.containsWord(bytes, start, end, "${") || Ascii.containsWord(bytes, start, end, "{{");
    }

    private static int skipQuotes(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && isQuote(bytes[i])) {
            i++;
        }
        return Math.min(i, end);
    }

    /** The end of the cell, a blank or a quote: brackets may be part of a password. */
    private static boolean isArgumentEnd(byte[] bytes, int end) {
        return Ascii.isValueEnd(bytes, end) && (end >= bytes.length || "()[]{}<>&|,;".indexOf(bytes[end]) < 0);
    }

    private static boolean isQuote(int b) {
        return b == '"' || b == '\'';
    }
}

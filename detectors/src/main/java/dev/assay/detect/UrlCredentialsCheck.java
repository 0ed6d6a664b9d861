package dev.assay.detect;

/**
 * A URL that holds a password: {@code scheme://user:password@host} (RFC 3986 §3.2.1). Passwords that manuals write instead
 * of one are told apart, and variables in the place of one.
 */
final class UrlCredentialsCheck implements Check {
    private static final String[] STAND_INS = {
        "password",
        "pass",
        "passwd",
        "pwd",
        "secret",
        "xxx",
        "xxxx",
        "xxxxxx",
        "changeme",
        "yourpassword",
        "your-password",
        "your_password",
        "...",
        "user"
    };

    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] != ':') {
            at++;
        }
        int user = at + 3;
        int colon = user;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        int password = colon + 1;
        int host = password;
        while (host < end && bytes[host] != '@') {
            host++;
        }
        if (host >= end - 1 || host == password) {
            return Verdict.INVALID;
        }
        return isStandIn(bytes, password, host) ? Verdict.PLACEHOLDER : Verdict.VALID;
    }

    private static boolean isStandIn(byte[] bytes, int start, int end) {
        byte first = bytes[start];
        byte last = bytes[end - 1];
        boolean bracketed = (first == '<' && last == '>')
                || (first == '[' && last == ']')
                || (first == '{' && last == '}')
                || (first == '$' && (last == '}' || last == ')'))
                || (first == '%' && last == '%' && end - start > 2);
        boolean masked = true;
        for (int i = start; i < end; i++) {
            masked &= bytes[i] == '*';
        }
        if (bracketed || masked) {
            return true;
        }
        for (String standIn : STAND_INS) {
            if (Ascii.equalsAnyCase(bytes, start, end, standIn)) {
                return true;
            }
        }
        return false;
    }
}

package dev.assay.detect;

/**
 * An e-mail address: the lengths of RFC 5321 §4.5.3.1 (local part 64 octets, address 254, label 63), no dot at an end of
 * the local part or after another. Names that RFC 2606 and RFC 6761 keep for documentation and tests are told apart, as are
 * domains that only manuals use. The last label must be one of the {@link TopLevelDomains}. File names such as {@code logo@2x.png} are none.
 */
final class EmailCheck implements Check {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;
    private static final int LONGEST_LABEL = 63;
    private static final String[] TEST_DOMAINS = {"example.com", "example.net", "example.org", "example.edu"};
    private static final String[] TEST_ENDINGS = {".example", ".test", ".invalid", ".localhost"};
    private static final String[] STAND_IN_DOMAINS = {
        "domain.com", "domain.tld", "yourdomain.com", "mydomain.com", "yourcompany.com", "email.tld"
    };
    private static final String[] IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"};

    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] != '@') {
            if (bytes[at] == '.' && (at == start || bytes[at + 1] == '.' || bytes[at + 1] == '@')) {
                return Verdict.INVALID;
            }
            at++;
        }
        if (at == start || at >= end - 1 || at - start > LONGEST_LOCAL || end - start > LONGEST) {
            return Verdict.INVALID;
        }
        int domain = at + 1;
        return labelsFit(bytes, domain, end) && endsKnown(bytes, end) && !isImageName(bytes, domain, end)
                ? kind(bytes, domain, end)
                : Verdict.INVALID;
    }

    private static boolean labelsFit(byte[] bytes, int domain, int end) {
        int label = domain;
        for (int i = domain; i <= end; i++) {
            if (i == end || bytes[i] == '.') {
                if (i == label || i - label > LONGEST_LABEL || bytes[label] == '-' || bytes[i - 1] == '-') {
                    return false;
                }
                label = i + 1;
            }
        }
        return label - 1 == end && label > domain;
    }

    private static boolean endsKnown(byte[] bytes, int end) {
        int label = end;
        while (bytes[label - 1] != '.' && bytes[label - 1] != '@') {
            label--;
        }
        return TopLevelDomains.contains(bytes, label, end);
    }

    private static boolean isImageName(byte[] bytes, int domain, int end) {
        boolean scale = end - domain > 2 && bytes[domain] >= '1' && bytes[domain] <= '9' && bytes[domain + 1] == 'x';
        if (scale) {
            for (String image : IMAGES) {
                if (Ascii.endsWithAnyCase(bytes, domain, end, image)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a domain is real or kept for documentation, tests or manuals. */
    static Verdict kind(byte[] bytes, int domain, int end) {
        for (String test : TEST_DOMAINS) {
            if (isOrIsUnder(bytes, domain, end, test)) {
                return Verdict.PUBLISHED_TEST;
            }
        }
        for (String test : TEST_ENDINGS) {
            if (Ascii.endsWithAnyCase(bytes, domain, end, test)) {
                return Verdict.PUBLISHED_TEST;
            }
        }
        for (String standIn : STAND_IN_DOMAINS) {
            if (Ascii.equalsAnyCase(bytes, domain, end, standIn)) {
                return Verdict.PLACEHOLDER;
            }
        }
        return Verdict.VALID;
    }

    private static boolean isOrIsUnder(byte[] bytes, int domain, int end, String name) {
        int from = end - name.length();
        return Ascii.endsWithAnyCase(bytes, domain, end, name) && (from == domain || bytes[from - 1] == '.');
    }
}

package dev.assay.detect;

/**
 * An e-mail address written with {@code at} and {@code dot} as words, bare or in brackets: what they stand for must be an
 * address by {@link EmailCheck}. Where no bracket shows that it is meant so and the last label is an English word
 * ({@code look at the dot in the middle}), the shape alone is left.
 */
final class SpelledEmailCheck implements Check {
    private static final int LONGEST = 512;
    private static final String[] WORDS = {
        "am", "as", "at", "be", "by", "do", "in", "is", "it", "me", "my", "no", "so", "to", "us"
    };

    private final EmailCheck address = new EmailCheck();

    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        if (end - start > LONGEST) {
            return Verdict.INVALID;
        }
        byte[] written = new byte[end - start];
        int size = 0;
        boolean bracket = false;
        int lastLabel = 0;
        int at = start;
        while (at < end) {
            int to = at;
            while (to < end && isOfAddress(bytes[to])) {
                to++;
            }
            if (to == at) {
                bracket |= bytes[at] != ' ';
                at++;
                continue;
            }
            if (Ascii.equalsAnyCase(bytes, at, to, "at") && size > 0) {
                written[size++] = '@';
            } else if (Ascii.equalsAnyCase(bytes, at, to, "dot")) {
                written[size++] = '.';
            } else {
                lastLabel = at;
                System.arraycopy(bytes, at, written, size, to - at);
                size += to - at;
            }
            at = to;
        }
        Verdict verdict = address.judge(written, 0, size);
        return verdict == Verdict.VALID && !bracket && isWord(bytes, lastLabel, end) ? Verdict.UNCHECKED : verdict;
    }

    private static boolean isOfAddress(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '.'
                || b == '_'
                || b == '%'
                || b == '+'
                || b == '-';
    }

    private static boolean isWord(byte[] bytes, int start, int end) {
        for (String word : WORDS) {
            if (Ascii.equalsAnyCase(bytes, start, end, word)) {
                return true;
            }
        }
        return false;
    }
}

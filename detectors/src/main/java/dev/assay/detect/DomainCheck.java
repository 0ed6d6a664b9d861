package dev.assay.detect;

/**
 * A domain's name without a scheme, with a port and path if it has them. Its last label must be one of the
 * {@link TopLevelDomains}; {@code www} and a last label alone are none. Parts of an address or of a longer name are none
 * either, nor are file names: two labels of which the last is what programs call their files.
 */
final class DomainCheck implements Check {
    private static final String[] FILE_ENDINGS = {
        "ai", "am", "as", "bz", "cc", "cl", "do", "in", "la", "md", "mk", "ml", "mm", "mo", "mov", "ms", "ph", "pl",
        "pm", "ps", "pub", "py", "rs", "sc", "sh", "so", "st", "tf", "vi", "zip"
    };

    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        if (bytes[end] == '@' || bytes[end] == '(' || bytes[end] == '\\') {
            return Verdict.INVALID;
        }
        int nameEnd = start;
        int labels = 1;
        int last = start;
        while (nameEnd < end && bytes[nameEnd] != ':' && bytes[nameEnd] != '/' && bytes[nameEnd] != '?') {
            if (bytes[nameEnd] == '.') {
                labels++;
                last = nameEnd + 1;
            }
            nameEnd++;
        }
        if (!TopLevelDomains.contains(bytes, last, nameEnd)
                || (labels == 2 && isFileOrHost(bytes, start, last, nameEnd))) {
            return Verdict.INVALID;
        }
        return EmailCheck.kind(bytes, start, nameEnd);
    }

    /** Whether two labels are more likely a file's name, or {@code www} and a last label alone. */
    private static boolean isFileOrHost(byte[] bytes, int start, int last, int end) {
        boolean either = last - start == 4 && Ascii.equalsAnyCase(bytes, start, last, "www.");
        for (String ending : FILE_ENDINGS) {
            either |= Ascii.equalsAnyCase(bytes, last, end, ending);
        }
        return either;
    }
}

package dev.assay.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names that are safe as a file name, a path in git and part of a branch name. */
final class Names {
    static final String FORM =
            "use up to 100 of a-z, 0-9, `-`, `_` and single dots, starting and ending with a letter or digit";

    private static final int MAX_LENGTH = 100;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9_-]|\\.(?!\\.))*");
    private static final String LOCK = ".lock";

    private Names() {}

    /** {@code .lock} at the end is git's own. */
    static boolean isName(String text) {
        return text.length() <= MAX_LENGTH
                && NAME.matcher(text).matches()
                && Character.isLetterOrDigit(text.charAt(text.length() - 1))
                && !text.endsWith(LOCK);
    }

    /** A name, as {@link Section#find} takes it. */
    static String parse(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("`" + text + "` is no safe name, " + FORM + ", such as " + from(text));
        }
        return text;
    }

    /** A git branch, such as {@code main} or {@code data/manifests}. */
    static String parseBranch(String text) {
        boolean fine = !text.isEmpty();
        for (String step : text.split("/", -1)) {
            fine &= isName(step.toLowerCase(Locale.ROOT));
        }
        if (!fine) {
            throw new IllegalArgumentException("`" + text + "` is no branch name such as main");
        }
        return text;
    }

    /** The name of an environment variable. */
    static String parseVariable(String text) {
        if (!text.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "This is no name of an environment variable such as ASSAY_KEY_PASSPHRASE; "
                            + "the secret itself does not belong into this file");
        }
        return text;
    }

    /** The name nearest to some text: lower case, everything else a hyphen. */
    static String from(String text) {
        StringBuilder name = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean fine = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
            char next = fine ? c : '-';
            boolean repeats =
                    (next == '-' || next == '.') && (name.length() == 0 || name.charAt(name.length() - 1) == next);
            if (!repeats && name.length() < MAX_LENGTH) {
                name.append(next);
            }
        }
        String clean = name.toString().replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        String safe = clean.endsWith(LOCK) ? clean.replace('.', '-') : clean;
        return safe.isEmpty() ? "dataset" : safe;
    }
}

package dev.assay.export;

/** Texts of people where a format takes one line. */
final class OneLine {
    private OneLine() {}

    /** With a space for whatever ends a line or is a control character, stretches of space made one; {@code -} for nothing. */
    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean space = Character.isWhitespace(c) || Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
            if (!space) {
                line.appendCodePoint(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        String stripped = line.toString().strip();
        return stripped.isEmpty() ? "-" : stripped;
    }
}

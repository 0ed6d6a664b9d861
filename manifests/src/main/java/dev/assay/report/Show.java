package dev.assay.report;

import dev.assay.manifest.Share;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How single values are written on the page. */
final class Show {
    /** Longer texts are cut: a name this long is read by nobody, and the record has it whole. */
    static final int MAX_CODE_POINTS = 400;

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
    private static final char NO_BREAK_SPACE = '\u00a0';

    private Show() {}

    /**
     * A text from the data or from a person. It is escaped, set apart from the direction of what is around it, and
     * whatever in it is invisible is shown by its code point.
     */
    static Content text(String text) {
        return output -> {
            output.writeContent("<bdi>");
            StringBuilder plain = new StringBuilder();
            int end = text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
                    ? text.length()
                    : text.offsetByCodePoints(0, MAX_CODE_POINTS);
            for (int i = 0; i < end; ) {
                int codePoint = text.codePointAt(i);
                if (invisible(codePoint)) {
                    output.writeUserContent(plain.toString());
                    plain.setLength(0);
                    mark(output, String.format(Locale.ROOT, "U+%04X", codePoint));
                } else {
                    plain.appendCodePoint(codePoint);
                }
                i += Character.charCount(codePoint);
            }
            output.writeUserContent(plain.toString());
            if (end < text.length()) {
                mark(output, "… and " + count(text.codePointCount(end, text.length())) + " more characters");
            }
            output.writeContent("</bdi>");
        };
    }

    /** As {@link #text}; a name that is empty or blank says so. */
    static Content name(String name) {
        return name.isBlank() ? output -> mark(output, "blank name") : text(name);
    }

    /** As {@link #name}, or what stands for a name that is not there. */
    static Content nameOr(@Nullable String name, String absent) {
        if (name != null) {
            return name(name);
        }
        return output -> {
            output.writeContent("<span class=\"none\">");
            output.writeUserContent(absent);
            output.writeContent("</span>");
        };
    }

    /** Whether a character shows nothing or changes what is around it. */
    private static boolean invisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void mark(TemplateOutput output, String text) {
        output.writeContent("<span class=\"mark\">");
        output.writeUserContent(text);
        output.writeContent("</span>");
    }

    /** A number with its thousands apart. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number and its noun, such as {@code 1 column} or {@code 2,000 columns}. */
    static String count(long number, String noun) {
        return count(number) + NO_BREAK_SPACE + noun + (number == 1 ? "" : "s");
    }

    /** A size in its largest decimal unit, cut to one decimal place. */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return count(bytes, "byte");
        }
        long unit = 1000;
        int name = 0;
        while (name < UNITS.length - 1 && bytes / unit >= 1000) {
            unit *= 1000;
            name++;
        }
        long tenths = bytes / (unit / 10);
        return tenths / 10 + "." + tenths % 10 + NO_BREAK_SPACE + UNITS[name];
    }

    /** A share in per cent, rounded down so that only all of it is 100 %. */
    static String percent(Share share) {
        if (share.count() == 0) {
            return "0" + NO_BREAK_SPACE + "%";
        }
        if (share.count() == share.of()) {
            return "100" + NO_BREAK_SPACE + "%";
        }
        int ppm = share.ppm();
        String number;
        if (ppm == 0) {
            number = "under 0.0001";
        } else if (ppm >= 10_000) {
            number = ppm / 10_000 + "." + ppm / 1_000 % 10;
        } else if (ppm >= 100) {
            number = String.format(Locale.ROOT, "0.%02d", ppm / 100);
        } else {
            number = String.format(Locale.ROOT, "0.%04d", ppm);
        }
        return number + NO_BREAK_SPACE + "%";
    }
}

package dev.assay.detect;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The case table of one detector.
 *
 * <pre>
 *  text | spans | why [| column]
 *  spans: start-end[:published-test | :placeholder][@band], …   code points, half open; none: nothing at band possible
 * </pre>
 */
record CaseTable(String detector, List<Case> cases) {
    /** One line. */
    record Case(int line, String text, List<Expected> expected, String why, String column) {}

    /** One finding that is expected. */
    record Expected(int start, int end, FindingClass findingClass, ConfidenceBand band) {}

    static CaseTable read(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.contains("\t") ? line.split("\t", -1) : line.split(" *\\| ?", -1);
            if (cells.length < 3 || cells.length > 4) {
                throw new IOException(file + ":" + (i + 1) + ": text | spans | why [| column], found " + cells.length);
            }
            String column = cells.length == 4 ? cells[3].strip() : "";
            cases.add(new Case(i + 1, unescape(cells[0]), spans(cells[1].strip()), cells[2].strip(), column));
        }
        String name = String.valueOf(file.getFileName());
        return new CaseTable(name.substring(0, name.length() - ".tsv".length()), List.copyOf(cases));
    }

    private static List<Expected> spans(String text) {
        List<Expected> spans = new ArrayList<>();
        for (String span : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] bandParts = span.strip().split("@", 2);
            String[] classParts = bandParts[0].split(":", 2);
            String[] ends = classParts[0].split("-", 2);
            spans.add(new Expected(
                    Integer.parseInt(ends[0]),
                    Integer.parseInt(ends[1]),
                    classParts.length == 1
                            ? FindingClass.REAL
                            : FindingClass.valueOf(
                                    classParts[1].toUpperCase(Locale.ROOT).replace('-', '_')),
                    bandParts.length == 1
                            ? ConfidenceBand.POSSIBLE
                            : ConfidenceBand.valueOf(bandParts[1].toUpperCase(Locale.ROOT))));
        }
        return List.copyOf(spans);
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c == '\\' && next == 'n') {
                out.append('\n');
                i++;
            } else if (c == '\\' && next == 't') {
                out.append('\t');
                i++;
            } else if (c == '\\' && next == '\\') {
                out.append('\\');
                i++;
            } else if (c == '\\' && next == 'u' && i + 6 <= text.length()) {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

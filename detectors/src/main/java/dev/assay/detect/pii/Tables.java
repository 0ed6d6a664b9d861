package dev.assay.detect.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The national and industry tables beside this class. Each file names its {@code source:} and {@code date:} in its
 * first lines, which start with {@code #}; the other lines are rows of tab-separated columns.
 */
final class Tables {
    private Tables() {}

    /** The rows of a table, split at tabs. */
    static List<String[]> rows(String file) {
        return lines(file).stream().map(line -> line.split("\t", -1)).toList();
    }

    /** The lines of a table without its heading. */
    static List<String> lines(String file) {
        try (InputStream in = Tables.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The table " + file + " is missing from the archive.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the table " + file + " from the archive.", e);
        }
    }

    /** Two-letter codes as a set that is asked without allocation. */
    static boolean[] letterPairs(String file) {
        boolean[] pairs = new boolean[26 * 26];
        for (String code : lines(file)) {
            pairs[(code.charAt(0) - 'A') * 26 + code.charAt(1) - 'A'] = true;
        }
        return pairs;
    }
}

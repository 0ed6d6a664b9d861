package dev.assay.format;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds out which character separates the fields of a file. */
final class CsvDialect {
    /** How much of a file's text tells its dialect: what its first bytes hold even behind a byte order mark. */
    static final int HEAD_BYTES = TextInput.HEAD_BYTES - 4;

    private static final char[] CANDIDATES = {',', '\t', ';', '|'};
    private static final int SAMPLE_ROWS = 20;

    private CsvDialect() {}

    static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true);
    }

    /** The separator: tab by name, else the one that cuts most of the first rows into as many fields as the first. */
    static char separator(String path, byte[] head) {
        if (Sniffer.isNamed(path, ".tsv", ".tab")) {
            return '\t';
        }
        char best = ',';
        int bestScore = -1;
        for (char candidate : CANDIDATES) {
            int score = score(candidate, head);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Whether text is a table beyond doubt: a header of two names or more, and three rows at least, all as wide. */
    static boolean isTable(byte[] head) {
        List<CsvRecord> rows = sample(separator("", head), wholeLines(head));
        if (rows.size() < 3) {
            return false;
        }
        CsvRecord header = rows.get(0);
        return header.getFieldCount() >= 2
                && header.getFields().stream().allMatch(FieldNames::isHeader)
                && rows.stream().allMatch(row -> row.getFieldCount() == header.getFieldCount());
    }

    /** Whether the first row that is not blank ends within the head. */
    static boolean holdsFirstRow(byte[] head, char separator) {
        return sample(separator, head).size() > 1;
    }

    private static byte[] wholeLines(byte[] head) {
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(head, end);
    }

    private static List<CsvRecord> sample(char separator, byte[] head) {
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = reader(separator).ofCsvRecord(new String(head, StandardCharsets.ISO_8859_1))) {
            for (CsvRecord row : csv) {
                if (rows.size() == SAMPLE_ROWS) {
                    break;
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Rows that agree with the first, if it has more than one field; the number of fields breaks ties. */
    private static int score(char candidate, byte[] head) {
        List<CsvRecord> rows = sample(candidate, head);
        int fields = rows.isEmpty() ? 0 : rows.get(0).getFieldCount();
        int agreeing =
                (int) rows.stream().filter(row -> row.getFieldCount() == fields).count();
        return fields < 2 ? 0 : agreeing * 1000 + Math.min(fields, 999);
    }
}

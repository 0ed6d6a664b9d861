package dev.assay.efficacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tab-separated resource with a header line; lines that begin with {@code #} are remarks. */
final class Table {
    private Table() {}

    /** One line, a field by its column's name. */
    record Row(Map<String, String> fields) {
        String field(String column) {
            String field = fields.get(column);
            if (field == null) {
                throw new IllegalStateException("There is no column " + column + " beside " + fields.keySet() + ".");
            }
            return field;
        }
    }

    /** The rows, in the order of the file. */
    static List<Row> rows(String name) {
        String path = CorpusGenerator.FOLDER + name;
        try (InputStream resource = Table.class.getClassLoader().getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("The resource " + path + " is missing from the program.");
            }
            return read(new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8)), path);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static List<Row> read(BufferedReader lines, String path) throws IOException {
        List<Row> rows = new ArrayList<>();
        String[] header = {};
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (header.length == 0) {
                header = fields;
                continue;
            }
            if (fields.length != header.length) {
                throw new IllegalStateException(path + ": not " + header.length + " fields: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.length; i++) {
                row.put(header[i], fields[i]);
            }
            rows.add(new Row(row));
        }
        return rows;
    }
}

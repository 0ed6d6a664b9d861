package dev.assay.scan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented data of fifty columns: numbers, amounts, labels, days and short phrases, ten of each, the same for the same
 * number of rows. {@code .ci/heap} scans ten million rows of it in 512 MB.
 */
final class WideTable {
    private static final long ROWS_PER_FILE = 1_000_000;

    private WideTable() {}

    /**
     * Writes Parquet files of a million rows each.
     *
     * @param arguments the directory, and how many million rows
     */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        write(directory, Integer.parseInt(arguments[1]));
    }

    private static void write(Path directory, int files) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            for (long file = 0; file < files; file++) {
                statement.execute("COPY (SELECT " + columns(10) + " FROM range(" + file * ROWS_PER_FILE + ", "
                        + (file + 1) * ROWS_PER_FILE + ")) TO '" + directory.resolve("part-" + file + ".parquet")
                        + "' (FORMAT parquet, CODEC 'snappy')");
            }
        }
    }

    /** Five columns of each number, as DuckDB selects them from a {@code range}. */
    static String columns(int ofEach) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            String random = "hash(range * 7 + " + i + ")";
            columns.add("(" + random + " % 1000000)::BIGINT AS number" + i);
            columns.add("(" + random + " % 100000)::DOUBLE / 100 AS amount" + i);
            columns.add("['new','open','closed','void'][1 + (" + random + " % 4)::BIGINT] AS label" + i);
            columns.add("(DATE '2020-01-01' + (" + random + " % 1500)::INTEGER)::VARCHAR AS day" + i);
            columns.add("'item ' || (" + random + " % 50000) || ' in the blue box' AS phrase" + i);
        }
        return String.join(", ", columns);
    }
}

package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every Parquet file of other projects' test suites is read, or reported with a reason; none crashes or hangs. The outcome
 * of each is in {@code parquet-corpus.tsv}; {@code -Dgolden.update} writes it anew. Where DuckDB can read a file too, rows
 * and the number of values in every column are the same, and so are the texts of flat string columns.
 */
@Tag("shared")
class ParquetCorpusIT {
    private static final int SECONDS_PER_FILE = 60;
    private static final Path GOLDEN = Path.of("src/test/resources/parquet-corpus.tsv");

    private static int compared;

    @Test
    void everyFileIsReadOrReported() throws IOException, SQLException, InterruptedException {
        Path folder = SharedData.folder("parquet");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(path -> path.toString().matches(".*\\.(parquet|parq|encrypted)"))
                    .sorted()
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        compared = 0;
        List<String> differences = new ArrayList<>();
        ExecutorService worker = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            for (Path file : files) {
                String name = folder.relativize(file).toString();
                Future<Outcome> reading = worker.submit(() -> read(file));
                try {
                    Outcome outcome = reading.get(SECONDS_PER_FILE, TimeUnit.SECONDS);
                    lines.add(name + "\t" + outcome.text());
                    if (outcome.sink() != null) {
                        compare(name, file, outcome.sink(), duckdb, differences);
                    }
                } catch (TimeoutException e) {
                    differences.add(name + ": no answer in " + SECONDS_PER_FILE + " s");
                } catch (ExecutionException e) {
                    differences.add(name + ": " + e.getCause());
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(500);
        assertThat(compared).as("columns compared with DuckDB").isGreaterThan(3000);
        String table = String.join("\n", lines) + "\n";
        if (System.getProperty("golden.update") != null) {
            Files.writeString(GOLDEN, table);
        }
        assertThat(differences).isEmpty();
        assertThat(table).isEqualTo(Files.readString(GOLDEN));
    }

    /**
     * How reading went.
     *
     * @param text for the table
     * @param sink what was read; null if the file was refused
     */
    private record Outcome(String text, @Nullable CollectingSink sink) {}

    private static Outcome read(Path path) throws IOException {
        InMemoryFile file = new InMemoryFile(path.getFileName().toString(), Files.readAllBytes(path));
        try {
            CollectingSink sink = Reading.read(new ParquetFormat(), file, Long.MAX_VALUE);
            CollectingSink divided = Reading.read(new ParquetFormat(), file, 1);
            assertThat(divided.everything()).isEqualTo(sink.everything());
            String state = sink.skipped.isEmpty() ? "read" : "read in part";
            String reasons =
                    sink.skipped.isEmpty() ? "" : "\t" + sink.skipped.size() + " × e.g. " + sink.skipped.get(0);
            return new Outcome(state + "\t" + sink.rows + " rows, " + sink.columns.size() + " columns" + reasons, sink);
        } catch (DataException e) {
            String message = String.valueOf(e.getMessage());
            return new Outcome("refused\t" + message.substring(message.indexOf(": ") + 2), null);
        }
    }

    private static void compare(
            String name, Path file, CollectingSink sink, Connection duckdb, List<String> differences) {
        String source = "read_parquet('" + file.toString().replace("'", "''") + "')";
        try (Statement statement = duckdb.createStatement()) {
            long rows = one(statement, "select count(*) from " + source);
            if (rows != sink.rows) {
                differences.add(name + ": " + sink.rows + " rows, DuckDB has " + rows);
            }
        } catch (SQLException e) {
            return;
        }
        if (!sink.skipped.isEmpty() || name.contains("max_nesting_depth")) {
            // DuckDB does not come back from unfolding a hundred levels.
            return;
        }
        for (CollectingSink.Column column : sink.columns) {
            String path = column.schema.path();
            if (path.startsWith("_INTERVAL_")) {
                // The file holds intervals; DuckDB takes them for nulls.
                continue;
            }
            Cells cells = Cells.of(path, source);
            try (Statement statement = duckdb.createStatement()) {
                long values = one(statement, "select count(" + cells.expression + ") from " + cells.from);
                if (values == 0 && path.matches(".*\\.(metadata|value|typed_value)\\b.*")) {
                    // DuckDB takes a VARIANT as one value and does not show what it is made of.
                    continue;
                }
                compared++;
                if (values != column.values()) {
                    differences.add(name + ": " + path + " has " + column.values() + " values, DuckDB has " + values);
                } else if (column.schema.logical().equals("STRING") && cells.from.equals(source)) {
                    compareTexts(
                            name, column, statement, "select " + cells.expression + " from " + cells.from, differences);
                }
            } catch (SQLException ignored) {
                // DuckDB cannot read this column; there is nothing to compare with.
            }
        }
    }

    /**
     * A column's cells in SQL.
     *
     * @param expression the cell
     * @param from where it is taken from, lists and maps unfolded
     */
    private record Cells(String expression, String from) {
        static Cells of(String path, String source) {
            String expression = "";
            String from = source;
            for (String part : path.split("(?=\\.|\\[\\]|\\{key\\}|\\{value\\})", -1)) {
                String unfold = switch (part) {
                    case "[]" -> expression;
                    case "{key}" -> "map_keys(" + expression + ")";
                    case "{value}" -> "map_values(" + expression + ")";
                    default -> "";
                };
                if (!unfold.isEmpty()) {
                    from = "(select unnest(" + unfold + ") as e from " + from + ")";
                    expression = "e";
                } else {
                    boolean member = part.startsWith(".");
                    String name = (member ? part.substring(1) : part).replace("\"", "\"\"");
                    expression = member ? expression + ".\"" + name + "\"" : "\"" + name + "\"";
                }
            }
            return new Cells(expression, from);
        }
    }

    private static void compareTexts(
            String name, CollectingSink.Column column, Statement statement, String query, List<String> differences)
            throws SQLException {
        List<String> theirs = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            for (long row = 0; result.next(); row++) {
                String text = result.getString(1);
                if (text != null) {
                    theirs.add(row + ":" + text);
                }
            }
        }
        if (!theirs.equals(column.cells)) {
            differences.add(name + ": " + column.schema.path() + " has other texts than DuckDB");
        }
    }

    private static long one(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}

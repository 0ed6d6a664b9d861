package dev.assay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The example dataset, made long enough that it is cut into several splits, with values in it that must not be seen
 * anywhere else. All of them are invented.
 */
final class RoadDataset {
    /** What {@code scan.split-size} has to be for the large file to be cut at each of its row groups. */
    static final String SPLIT_SIZE = "4KiB";

    /** Splits it has then: six row groups, the digest of their file, the small files before and after it. */
    static final int SPLITS = 9;

    private static final List<String> PLANTED = List.of(
            "hedda.moorhen@larkletter.com",
            "4539 5787 6362 1486",
            "4539578763621486",
            "DE80370502995402183307",
            "tern-Causeway-58_q",
            "ghp_" + "W3rVd81LbQmZ0sYkTn5HxJc7PfAoEg1nQmF4");

    private RoadDataset() {}

    /** The root of the repository. */
    static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve(".mvn"))) {
            at = Objects.requireNonNull(at.getParent());
        }
        return at;
    }

    /** Writes the data below a directory, which must not be there yet. */
    static void write(Path directory) {
        Path example = repository().resolve("examples/support/data");
        List<Path> files = files(example);
        try {
            for (Path file : files) {
                put(directory.resolve(example.relativize(file)), Files.readAllBytes(file));
            }
            put(directory.resolve("notes/planted.jsonl"), planted());
            rowGroups(example.resolve("chats/2026-q1.parquet"), directory.resolve("long/chats.parquet"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Writes the same files, made in the opposite order. */
    static void writeBackwards(Path from, Path directory) throws IOException {
        List<Path> files = files(from);
        for (int i = files.size() - 1; i >= 0; i--) {
            put(directory.resolve(from.relativize(files.get(i))), Files.readAllBytes(files.get(i)));
        }
    }

    /** Texts of the data that may be found in the data only: those planted, and some of each column that holds any. */
    static List<String> secrets(Path directory) throws IOException {
        List<String> secrets = new ArrayList<>(PLANTED);
        List<String> rows = Files.readAllLines(directory.resolve("crm/customers.csv"), StandardCharsets.UTF_8);
        for (int row = 1; row < rows.size(); row += 25) {
            String[] cells = rows.get(row).split(",", -1);
            // email, phone, iban
            for (int column : new int[] {2, 3, 6}) {
                if (!cells[column].isEmpty()) {
                    secrets.add(cells[column]);
                }
            }
        }
        return secrets;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static byte[] planted() {
        StringBuilder lines = new StringBuilder();
        lines.append("{\"note\":\"write to ").append(PLANTED.get(0)).append("\"}\n");
        lines.append("{\"note\":\"card ").append(PLANTED.get(1)).append("\"}\n");
        lines.append("{\"note\":\"and ").append(PLANTED.get(2)).append("\"}\n");
        lines.append("{\"note\":\"IBAN ").append(PLANTED.get(3)).append("\"}\n");
        lines.append("{\"note\":\"password = '").append(PLANTED.get(4)).append("'\"}\n");
        lines.append("{\"note\":\"token ").append(PLANTED.get(5)).append("\"}\n");
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** The rows of a Parquet file over and over, in row groups as small as DuckDB makes them. */
    private static void rowGroups(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("COPY (SELECT c.* FROM read_parquet('" + from
                    + "') c, range(31) r ORDER BY r.range, c.opened_at LIMIT 12288) TO '" + to
                    + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
        } catch (SQLException trouble) {
            throw new IllegalStateException("DuckDB cannot write " + to.getFileName(), trouble);
        }
    }
}

package dev.assay.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes Parquet files with a writer that is not ours. */
public final class DuckDb {
    private DuckDb() {}

    /**
     * The rows of a query as a Parquet file.
     *
     * @param options as COPY takes them, such as {@code CODEC 'ZSTD'}; empty for none
     */
    public static byte[] parquet(String query, String options) throws IOException {
        Path folder = Files.createTempDirectory("parquet");
        Path file = folder.resolve("made.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT PARQUET"
                    + (options.isEmpty() ? "" : ", " + options) + ")");
            return Files.readAllBytes(file);
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}

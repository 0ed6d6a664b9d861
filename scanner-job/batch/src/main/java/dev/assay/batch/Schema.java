package dev.assay.batch;

import dev.assay.batch.JobStoreSettings.Platform;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Makes the tables of Spring Batch and our own where they are missing. */
final class Schema {
    /** Any number of our own; two processes that start together on one PostgreSQL database take turns. */
    private static final long SCHEMA_LOCK = 0x6173_7361_7901L;

    private Schema() {}

    static void create(DataSource dataSource, Platform platform) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            if (platform == Platform.POSTGRESQL) {
                takeTurns(connection);
            }
            if (isMissing(connection, "BATCH_JOB_INSTANCE")) {
                run(connection, "org/springframework/batch/core/schema-" + platform.label() + ".sql");
            }
            if (isMissing(connection, "ASSAY_RUN")) {
                run(connection, "dev/assay/batch/schema-" + platform.label() + ".sql");
            }
            connection.commit();
        }
    }

    private static void takeTurns(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, SCHEMA_LOCK);
            lock.execute();
        }
    }

    private static boolean isMissing(Connection connection, String table) throws SQLException {
        String sql = "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE UPPER(TABLE_NAME) = '" + table
                + "' AND TABLE_SCHEMA = CURRENT_SCHEMA";
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(sql)) {
            return !count.next() || count.getLong(1) == 0;
        }
    }

    private static void run(Connection connection, String script) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
    }
}

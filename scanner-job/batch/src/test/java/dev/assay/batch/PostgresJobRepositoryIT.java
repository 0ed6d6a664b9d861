package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shared job repository on a real PostgreSQL server, under real kills. */
class PostgresJobRepositoryIT extends KillScenario {
    private static @Nullable PostgresServer server;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        Optional<Path> programs = PostgresServer.programs();
        assumeTrue(
                programs.isPresent(),
                "There is no PostgreSQL under /usr/lib/postgresql; install postgresql to run this.");
        server = PostgresServer.start(programs.get());
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static PostgresServer server() {
        if (server == null) {
            throw new IllegalStateException("The server is not running.");
        }
        return server;
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server().url(), server().user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
    }

    @Override
    List<String> store() {
        return List.of(server().url(), server().user());
    }

    @Override
    JobStoreSettings settings() {
        return new JobStoreSettings(server().url(), Optional.of(server().user()), Optional.of(""));
    }

    @Test
    void severalProcessesMayUseOneRepository() {
        try (JobStore one = JobStore.open(settings(), 1);
                JobStore other = JobStore.open(settings(), 1)) {
            FolderWork work = new FolderWork(folder, out, 0);
            assertThat(new ScanJob(one, 1)
                            .run(work, new Recorder(), new StopSwitch())
                            .stopped())
                    .isFalse();
            assertThat(other.runs(10)).extracting(RunRecord::state).containsExactly(RunRecord.State.COMPLETED);
        }
    }

    @Test
    @SuppressWarnings("try") // the lock is held, not asked
    void aLostLockStopsTheRun() throws SQLException, InterruptedException {
        StopSwitch stop = new StopSwitch();
        try (DatasetLock lock = DatasetLock.take(settings(), "folder", stop);
                Connection admin = DriverManager.getConnection(server().url(), server().user(), "");
                Statement statement = admin.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
            for (int i = 0; i < 300 && !stop.isThrown(); i++) {
                Thread.sleep(100);
            }
            assertThat(stop.reason().orElse("")).contains("the lock on folder was lost");
        }
    }
}

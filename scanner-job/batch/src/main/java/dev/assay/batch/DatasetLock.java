package dev.assay.batch;

import dev.assay.batch.JobStoreSettings.Platform;
import dev.assay.json.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The right of one process to scan one dataset. An H2 file belongs to one process anyway; on PostgreSQL it is an advisory
 * lock on a connection of its own, which the server lets go when the process dies. While it is held, whatever the job
 * repository calls running for this dataset has a dead owner.
 */
abstract sealed class DatasetLock implements AutoCloseable {
    private static final long HEARTBEAT_SECONDS = 10;

    /**
     * Takes the lock.
     *
     * @param stop thrown if the lock is lost while it is held
     * @throws JobStoreException if another process holds it
     */
    static DatasetLock take(JobStoreSettings settings, String dataset, StopSwitch stop) {
        if (settings.platform() == Platform.H2) {
            return new Held();
        }
        return AdvisoryLock.take(settings, dataset, stop);
    }

    /** Whether some process holds the lock of a dataset now. */
    static boolean isHeld(Connection connection, Platform platform, String dataset) throws SQLException {
        if (platform == Platform.H2) {
            return false;
        }
        long key = key(dataset);
        if (AdvisoryLock.ask(connection, "SELECT pg_try_advisory_lock(?)", key)) {
            AdvisoryLock.ask(connection, "SELECT pg_advisory_unlock(?)", key);
            return false;
        }
        return true;
    }

    @Override
    public abstract void close();

    private static long key(String dataset) {
        return ByteBuffer.wrap(Sha256.start().digest(("assay/scan/" + dataset).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** The lock of the database file, which is held as long as the database is open. */
    private static final class Held extends DatasetLock {
        @Override
        public void close() {
            // the file is let go when the job store closes
        }
    }

    private static final class AdvisoryLock extends DatasetLock {
        private final Connection connection;
        private final ScheduledExecutorService heartbeat;

        private AdvisoryLock(Connection connection, ScheduledExecutorService heartbeat) {
            this.connection = connection;
            this.heartbeat = heartbeat;
        }

        static AdvisoryLock take(JobStoreSettings settings, String dataset, StopSwitch stop) {
            Properties login = new Properties();
            settings.user().ifPresent(user -> login.setProperty("user", user));
            settings.password().ifPresent(password -> login.setProperty("password", password));
            login.setProperty("tcpKeepAlive", "true");
            try {
                Connection connection = DriverManager.getConnection(settings.url(), login);
                if (!ask(connection, "SELECT pg_try_advisory_lock(?)", key(dataset))) {
                    connection.close();
                    throw new JobStoreException("Another process is scanning " + dataset
                            + " with this job repository. Wait until it ends, or look at it with `assay jobs`.");
                }
                return new AdvisoryLock(connection, watch(connection, dataset, stop));
            } catch (SQLException trouble) {
                throw new JobStoreException(
                        "Cannot lock " + dataset + " in the job repository: " + trouble.getMessage(), trouble);
            }
        }

        private static ScheduledExecutorService watch(Connection connection, String dataset, StopSwitch stop) {
            ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "assay-lock-heartbeat");
                thread.setDaemon(true);
                return thread;
            });
            ScheduledFuture<?> unused = heartbeat.scheduleWithFixedDelay(
                    () -> beat(connection, dataset, stop), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            return heartbeat;
        }

        private static void beat(Connection connection, String dataset, StopSwitch stop) {
            try {
                if (connection.isValid((int) HEARTBEAT_SECONDS)) {
                    return;
                }
            } catch (SQLException trouble) {
                stop.stop("the lock on " + dataset + " was lost: " + trouble.getMessage());
                return;
            }
            stop.stop("the lock on " + dataset + " was lost: the database does not answer");
        }

        static boolean ask(Connection connection, String sql, long key) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, key);
                try (ResultSet answer = statement.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        }

        @Override
        public void close() {
            heartbeat.shutdownNow();
            try {
                connection.close();
            } catch (SQLException trouble) {
                throw new JobStoreException("Cannot give up the lock in the job repository.", trouble);
            }
        }
    }
}

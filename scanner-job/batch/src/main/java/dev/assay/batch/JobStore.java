package dev.assay.batch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.assay.batch.JobStoreSettings.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.observability.jfr.events.job.JobLaunchEvent;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An open job repository: the database, its tables, and Spring Batch over it. An H2 file can be open in one process at a
 * time. Close it when the runs are over.
 */
public final class JobStore implements AutoCloseable {
    /** H2's own code for a database file another process has open. */
    private static final int H2_ALREADY_OPEN = 90020;

    private final JobStoreSettings settings;
    private final HikariDataSource pool;
    private final BatchCore batch;
    private final RunTable runs;
    private final RunHistory history;
    private final Clock clock;

    private JobStore(JobStoreSettings settings, HikariDataSource pool, Clock clock) {
        this.settings = settings;
        this.pool = pool;
        this.clock = clock;
        // A split is read inside its transaction; the connection is only taken when there is something to store.
        DataSource dataSource = new LazyConnectionDataSourceProxy(pool);
        batch = BatchCore.over(dataSource);
        runs = new RunTable(dataSource);
        history = new RunHistory(dataSource);
    }

    /**
     * Opens the job repository and makes its tables if they are missing.
     *
     * @param workers how many splits will be scanned at once
     * @throws JobStoreException if it is held by another process or cannot be reached
     */
    public static JobStore open(JobStoreSettings settings, int workers) {
        return open(settings, workers, Clock.systemUTC());
    }

    static JobStore open(JobStoreSettings settings, int workers, Clock clock) {
        HikariDataSource pool = connect(settings, workers);
        try {
            Schema.create(pool, settings.platform());
            return new JobStore(settings, pool, clock);
        } catch (SQLException trouble) {
            pool.close();
            throw new JobStoreException(
                    "Cannot make the tables of the job repository: " + trouble.getMessage()
                            + ". The user needs the right to create tables, or lay them by hand.",
                    trouble);
        } catch (RuntimeException trouble) {
            pool.close();
            throw trouble;
        }
    }

    /**
     * Sets up now what the start of the first job would wait for: the platform's flight recorder, which Spring Batch's events
     * register with. They do so as their classes initialise; registering them by hand can block that for ever.
     */
    public static void prepareEvents() {
        JobLaunchEvent initialised = new JobLaunchEvent("", "");
        initialised.end();
    }

    private static HikariDataSource connect(JobStoreSettings settings, int workers) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(workers + 2);
        config.setMinimumIdle(1);
        config.setPoolName("assay-jobs");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException trouble) {
            throw unreachable(settings, trouble);
        }
    }

    private static JobStoreException unreachable(JobStoreSettings settings, PoolInitializationException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_ALREADY_OPEN) {
                return new JobStoreException(
                        "Another assay process has the job repository of this workspace open. Wait until it ends; to"
                                + " scan from several processes at once, set `jobs.url` to a PostgreSQL database.",
                        trouble);
            }
        }
        Throwable cause = trouble.getCause() == null ? trouble : trouble.getCause();
        return new JobStoreException(
                "Cannot open the job repository (" + settings.platform().label() + "): " + cause.getMessage()
                        + ". Check `jobs` in assay.yaml.",
                trouble);
    }

    /** The newest runs, newest first. */
    public List<RunRecord> runs(int limit) {
        try (Connection connection = pool.getConnection()) {
            return history.newest(limit).stream()
                    .map(run -> withOwner(connection, run))
                    .toList();
        } catch (SQLException trouble) {
            throw new JobStoreException("Cannot read the job repository: " + trouble.getMessage(), trouble);
        }
    }

    /** A run the repository calls running, and that nobody holds, was killed. */
    private RunRecord withOwner(Connection connection, RunRecord run) {
        if (run.state() != RunRecord.State.RUNNING) {
            return run;
        }
        try {
            return DatasetLock.isHeld(connection, platform(), run.dataset())
                    ? run
                    : run.withState(RunRecord.State.INTERRUPTED);
        } catch (SQLException trouble) {
            throw new JobStoreException("Cannot read the job repository: " + trouble.getMessage(), trouble);
        }
    }

    DatasetLock lock(String dataset, StopSwitch stop) {
        return DatasetLock.take(settings, dataset, stop);
    }

    Platform platform() {
        return settings.platform();
    }

    RunTable table() {
        return runs;
    }

    RunHistory history() {
        return history;
    }

    Clock clock() {
        return clock;
    }

    JobRepository repository() {
        return batch.repository();
    }

    JobOperator operator() {
        return batch.operator();
    }

    PlatformTransactionManager transactions() {
        return batch.transactions();
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    @Override
    public void close() {
        pool.close();
    }
}

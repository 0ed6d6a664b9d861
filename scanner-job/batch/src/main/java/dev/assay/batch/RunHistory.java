package dev.assay.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is left of past runs, and how it is thinned out. */
final class RunHistory {
    /** How many runs stay listed. */
    static final int KEPT_RUNS = 50;

    private static final String LAST_EXECUTION = """
            SELECT R.RUN, R.DATASET, R.STARTED_ON, R.SPLITS, E.STATUS, E.END_TIME,
                   (SELECT COUNT(*) FROM ASSAY_SPLIT_SUMMARY S WHERE S.RUN = R.RUN) AS FINISHED,
                   (SELECT COUNT(*) FROM BATCH_JOB_EXECUTION A WHERE A.JOB_INSTANCE_ID = E.JOB_INSTANCE_ID) AS STARTS
              FROM ASSAY_RUN R
              LEFT JOIN BATCH_JOB_EXECUTION E ON E.JOB_EXECUTION_ID =
                   (SELECT MAX(P.JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION_PARAMS P
                     WHERE P.PARAMETER_NAME = 'run' AND P.PARAMETER_VALUE = CAST(R.RUN AS VARCHAR(20)))
             ORDER BY R.RUN DESC
            """;

    private final JdbcTemplate jdbc;

    RunHistory(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    List<RunRecord> newest(int limit) {
        return jdbc.query(LAST_EXECUTION + " LIMIT " + limit, (row, index) -> record(row));
    }

    private static RunRecord record(ResultSet row) throws SQLException {
        int splits = row.getInt("SPLITS");
        OptionalInt planned = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(splits);
        RunRecord.State state = state(row.getString("STATUS"));
        // The summaries of a completed run are gone, all of them were there.
        int finished = state == RunRecord.State.COMPLETED ? splits : row.getInt("FINISHED");
        return new RunRecord(
                row.getLong("RUN"),
                row.getString("DATASET"),
                state,
                planned,
                finished,
                row.getTimestamp("STARTED_ON").toInstant(),
                Optional.ofNullable(row.getTimestamp("END_TIME")).map(RunHistory::instant),
                row.getInt("STARTS"));
    }

    /** Spring Batch stores its times as the wall clock of the machine that wrote them. */
    private static Instant instant(Timestamp wallClock) {
        LocalDateTime local = wallClock.toLocalDateTime();
        return local.atZone(ZoneId.systemDefault()).toInstant();
    }

    private static RunRecord.State state(@Nullable String status) {
        if (status == null) {
            return RunRecord.State.INTERRUPTED;
        }
        return switch (BatchStatus.valueOf(status)) {
            case COMPLETED -> RunRecord.State.COMPLETED;
            case STARTING, STARTED, STOPPING -> RunRecord.State.RUNNING;
            case STOPPED -> RunRecord.State.STOPPED;
            case FAILED, UNKNOWN -> RunRecord.State.FAILED;
            case ABANDONED -> RunRecord.State.ABANDONED;
        };
    }

    /** How often a run was started. */
    int executions(long instance) {
        Integer count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE JOB_INSTANCE_ID = ?", Integer.class, instance);
        return count == null ? 0 : count;
    }

    /** Deletes what is older than the newest runs, unless another process may still take it up. */
    void thinOut(String dataset) {
        newest(Integer.MAX_VALUE).stream()
                .skip(KEPT_RUNS)
                .filter(old -> old.state() == RunRecord.State.COMPLETED
                        || old.state() == RunRecord.State.ABANDONED
                        || old.dataset().equals(dataset))
                .forEach(old -> delete(old.run()));
    }

    private void delete(long run) {
        List<@Nullable Long> executions = jdbc.queryForList(
                "SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION_PARAMS WHERE PARAMETER_NAME = 'run'"
                        + " AND PARAMETER_VALUE = ?",
                Long.class,
                Long.toString(run));
        Long instance = null;
        for (Long execution : executions) {
            instance = jdbc.queryForObject(
                    "SELECT JOB_INSTANCE_ID FROM BATCH_JOB_EXECUTION WHERE JOB_EXECUTION_ID = ?",
                    Long.class,
                    execution);
            jdbc.update(
                    "DELETE FROM BATCH_STEP_EXECUTION_CONTEXT WHERE STEP_EXECUTION_ID IN"
                            + " (SELECT STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID = ?)",
                    execution);
            for (String table : List.of(
                    "BATCH_STEP_EXECUTION",
                    "BATCH_JOB_EXECUTION_CONTEXT",
                    "BATCH_JOB_EXECUTION_PARAMS",
                    "BATCH_JOB_EXECUTION")) {
                jdbc.update("DELETE FROM " + table + " WHERE JOB_EXECUTION_ID = ?", execution);
            }
        }
        if (instance != null) {
            jdbc.update("DELETE FROM BATCH_JOB_INSTANCE WHERE JOB_INSTANCE_ID = ?", instance);
        }
        jdbc.update("DELETE FROM ASSAY_RUN WHERE RUN = ?", run);
    }
}

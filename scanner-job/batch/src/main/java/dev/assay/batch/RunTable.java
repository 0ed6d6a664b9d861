package dev.assay.batch;

import static java.util.Objects.requireNonNull;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Our own tables beside Spring Batch's: the runs with their plans, and the summary of every finished split. Each call
 * joins the transaction it is made in, so a summary is stored if and only if its step's commit is.
 */
final class RunTable {

    private final JdbcTemplate jdbc;

    RunTable(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** A new run; answers its number. */
    long create(String dataset, String request, Instant startedOn) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "INSERT INTO ASSAY_RUN (DATASET, REQUEST, STARTED_ON) VALUES (?, ?, ?)",
                            new String[] {"run"});
                    insert.setString(1, dataset);
                    insert.setString(2, request);
                    insert.setTimestamp(3, Timestamp.from(startedOn));
                    return insert;
                },
                key);
        Number run = key.getKey();
        if (run == null) {
            throw new IllegalStateException("The database gave the new run no number.");
        }
        return run.longValue();
    }

    OptionalLong last(String dataset, String request) {
        List<@Nullable Long> runs = jdbc.queryForList(
                "SELECT MAX(RUN) FROM ASSAY_RUN WHERE DATASET = ? AND REQUEST = ?", Long.class, dataset, request);
        Long run = runs.isEmpty() ? null : runs.get(0);
        return run == null ? OptionalLong.empty() : OptionalLong.of(run);
    }

    Instant startedOn(long run) {
        Timestamp started = jdbc.queryForObject("SELECT STARTED_ON FROM ASSAY_RUN WHERE RUN = ?", Timestamp.class, run);
        if (started == null) {
            throw new IllegalStateException("Run " + run + " has no start.");
        }
        return started.toInstant();
    }

    void storePlan(long run, int splits, JsonObject plan) {
        jdbc.update("UPDATE ASSAY_RUN SET SPLITS = ?, PLAN = ? WHERE RUN = ?", splits, pack(plan), run);
    }

    Optional<JsonObject> plan(long run) {
        return jdbc
                .query(
                        "SELECT PLAN FROM ASSAY_RUN WHERE RUN = ? AND PLAN IS NOT NULL",
                        (row, index) -> unpack(row.getBytes(1)),
                        run)
                .stream()
                .findFirst();
    }

    void storeSummary(long run, int split, JsonObject summary) {
        jdbc.update(
                "INSERT INTO ASSAY_SPLIT_SUMMARY (RUN, SPLIT, SUMMARY) VALUES (?, ?, ?)", run, split, pack(summary));
    }

    /** Which splits of a run are finished. */
    boolean[] finished(long run, int splits) {
        boolean[] finished = new boolean[splits];
        jdbc.query(
                "SELECT SPLIT FROM ASSAY_SPLIT_SUMMARY WHERE RUN = ?",
                row -> {
                    finished[row.getInt(1)] = true;
                },
                run);
        return finished;
    }

    int countSummaries(long run) {
        Integer count =
                jdbc.queryForObject("SELECT COUNT(*) FROM ASSAY_SPLIT_SUMMARY WHERE RUN = ?", Integer.class, run);
        return count == null ? 0 : count;
    }

    /** The summaries of a run by split index, one in memory at a time. */
    Iterable<JsonObject> summaries(long run) {
        return () -> new Summaries(run);
    }

    /** Forgets plan and summaries; the run itself stays listed. */
    void dropWork(long run) {
        jdbc.update("DELETE FROM ASSAY_SPLIT_SUMMARY WHERE RUN = ?", run);
        jdbc.update("UPDATE ASSAY_RUN SET PLAN = NULL WHERE RUN = ?", run);
    }

    /** Hands the finished splits of one run to another with the same plan. */
    void moveSummaries(long from, long to) {
        jdbc.update("UPDATE ASSAY_SPLIT_SUMMARY SET RUN = ? WHERE RUN = ?", to, from);
    }

    /** One summary is asked for at a time: a split's may take many megabytes, and a run has any number of splits. */
    private final class Summaries implements Iterator<JsonObject> {
        private final long run;
        private int after = -1;
        private @Nullable JsonObject ahead;

        Summaries(long run) {
            this.run = run;
        }

        @Override
        public boolean hasNext() {
            if (ahead == null) {
                jdbc.query(
                        "SELECT SPLIT, SUMMARY FROM ASSAY_SPLIT_SUMMARY WHERE RUN = ? AND SPLIT > ? ORDER BY SPLIT LIMIT 1",
                        row -> {
                            after = row.getInt(1);
                            ahead = unpack(row.getBytes(2));
                        },
                        run,
                        after);
            }
            return ahead != null;
        }

        @Override
        public JsonObject next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            JsonObject next = requireNonNull(ahead);
            ahead = null;
            return next;
        }
    }

    private static byte[] pack(JsonObject json) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(json.canonicalBytes());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return packed.toByteArray();
    }

    private static JsonObject unpack(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return Json.parse(gzip.readAllBytes()).asObject();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}

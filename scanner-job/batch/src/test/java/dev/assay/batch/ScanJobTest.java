package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ScanJobTest {
    private static final int FILES = 120;

    @TempDir
    Path folder;

    @TempDir
    Path out;

    @TempDir
    Path jobs;

    private final Recorder recorder = new Recorder();

    @BeforeEach
    void fill() {
        for (int file = 0; file < FILES; file++) {
            FolderWork.write(folder.resolve(String.format("f%04d", file)), String.format("file number %04d", file));
        }
    }

    private ScanRun<String> run(FolderWork work, int workers, StopSwitch stop) {
        try (JobStore store = JobStore.open(JobStoreSettings.file(jobs.resolve("jobs")), workers)) {
            return new ScanJob(store, workers, Duration.ofMillis(1)).run(work, recorder, stop);
        }
    }

    private List<String> scanned() throws IOException {
        return Files.readAllLines(out.resolve("scanned.log"), StandardCharsets.UTF_8);
    }

    @Test
    void scansEverySplitOnceAndPublishes() throws IOException {
        FolderWork work = new FolderWork(folder, out, 0);

        ScanRun<String> run = run(work, 2, new StopSwitch());

        assertThat(run.stopped()).isFalse();
        assertThat(run.resumed()).isFalse();
        assertThat(scanned()).hasSize(FILES).doesNotHaveDuplicates();
        assertThat(run.outcome().orElseThrow().lines()).hasSize(FILES);
        assertThat(recorder.events).contains("PLAN", "planned 120 splits, 0 done", "SCAN", "CONCLUDE", "PUBLISH");
    }

    @Test
    void takesLargeSplitsFirst() throws IOException {
        FolderWork.write(folder.resolve("f0007"), "a large file");
        FolderWork.write(folder.resolve("f0070"), "a larger file".repeat(10));
        FolderWork.write(folder.resolve("f0099"), "by far the largest file".repeat(100));

        run(new FolderWork(folder, out, 0), 1, new StopSwitch());

        assertThat(scanned())
                .hasSize(FILES)
                .startsWith("99", "70", "0", "1", "2")
                .endsWith("118", "119", "7");
    }

    @Test
    void anyNumberOfWorkersGivesTheSameRecord() {
        String one = run(new FolderWork(folder, out, 0), 1, new StopSwitch())
                .outcome()
                .orElseThrow();
        String four = run(new FolderWork(folder, out, 0), 4, new StopSwitch())
                .outcome()
                .orElseThrow();

        assertThat(four).isEqualTo(one);
    }

    @Test
    void aCompletedRunIsNotTakenUp() throws IOException {
        long first = run(new FolderWork(folder, out, 0), 2, new StopSwitch()).run();
        ScanRun<String> second = run(new FolderWork(folder, out, 0), 2, new StopSwitch());

        assertThat(second.run()).isGreaterThan(first);
        assertThat(second.resumed()).isFalse();
        assertThat(scanned()).hasSize(2 * FILES);
    }

    @Test
    void anEmptyPlanIsARunToo() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThat(run(new FolderWork(folder, out, 0), 2, new StopSwitch()).outcome())
                .contains("");
    }

    @Test
    void aSplitIsTriedThriceWhenTheOutsideWorldFails() {
        FolderWork work = new FolderWork(folder, out, 0);
        work.failuresLeft.set(2);

        ScanRun<String> run = run(work, 1, new StopSwitch());

        assertThat(run.stopped()).isFalse();
        assertThat(recorder.events).contains("retried 0: Cannot read split 0: the disk is asleep.");
        assertThat(recorder.events.stream().filter(event -> event.startsWith("retried")))
                .hasSize(2);
    }

    @Test
    void aFailedRunIsTakenUpWhereItFailed() throws IOException {
        FolderWork work = new FolderWork(folder, out, 0);
        work.failuresLeft.set(3);
        assertThatThrownBy(() -> run(work, 1, new StopSwitch()))
                .isInstanceOf(StorageException.class)
                .hasMessage("Cannot read split 0: the disk is asleep.");
        assertThat(out.resolve("record.txt")).doesNotExist();

        ScanRun<String> run = run(work, 1, new StopSwitch());

        assertThat(run.resumed()).isTrue();
        assertThat(run.outcome().orElseThrow().lines()).hasSize(FILES);
    }

    @Test
    void aStoppedRunIsTakenUpAndNoStoredSplitIsScannedAgain() throws IOException {
        FolderWork work = new FolderWork(folder, out, 0);
        StopSwitch stop = new StopSwitch();
        List<String> seen = new CopyOnWriteArrayList<>();
        ScanListener stopper = new StopAfter(40, stop, seen);
        try (JobStore store = JobStore.open(JobStoreSettings.file(jobs.resolve("jobs")), 2)) {
            ScanRun<String> stopped = new ScanJob(store, 2).run(work, stopper, stop);
            assertThat(stopped.stopped()).isTrue();
            assertThat(store.runs(10)).singleElement().satisfies(run -> {
                assertThat(run.state()).isEqualTo(RunRecord.State.STOPPED);
                assertThat(run.splits()).hasValue(FILES);
                assertThat(run.finishedSplits()).isBetween(40, 42);
            });
        }

        ScanRun<String> run = run(work, 2, new StopSwitch());

        assertThat(run.resumed()).isTrue();
        assertThat(scanned()).hasSize(FILES).doesNotHaveDuplicates();
        assertThat(recorder.events).contains("Taking up the interrupted run " + run.run() + ".");
        assertThat(run.outcome())
                .contains(run(new FolderWork(folder, out, 0), 1, new StopSwitch())
                        .outcome()
                        .orElseThrow());
    }

    @Test
    void aChangedDatasetStartsAfresh() throws IOException {
        FolderWork work = new FolderWork(folder, out, 0);
        StopSwitch stop = new StopSwitch();
        stop.stop("at once, before the plan");
        run(work, 2, stop);
        StopSwitch later = new StopSwitch();
        try (JobStore store = JobStore.open(JobStoreSettings.file(jobs.resolve("jobs")), 2)) {
            new ScanJob(store, 2).run(work, new StopAfter(5, later, new CopyOnWriteArrayList<>()), later);
        }
        FolderWork.write(folder.resolve("f9999"), "one more");

        ScanRun<String> run = run(work, 2, new StopSwitch());

        assertThat(run.resumed()).isFalse();
        assertThat(run.outcome().orElseThrow().lines()).hasSize(FILES + 1);
        assertThat(recorder.events).contains("The dataset changed since run 1 was interrupted; starting afresh.");
        try (JobStore store = JobStore.open(JobStoreSettings.file(jobs.resolve("jobs")), 2)) {
            assertThat(store.runs(10))
                    .extracting(RunRecord::state)
                    .containsExactly(RunRecord.State.COMPLETED, RunRecord.State.ABANDONED);
        }
    }

    @Test
    void onlyTheLastRunsStayListed() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.skip(1).toList()) {
                Files.delete(file);
            }
        }
        try (JobStore store = JobStore.open(JobStoreSettings.file(jobs.resolve("jobs")), 1)) {
            for (int i = 0; i < RunHistory.KEPT_RUNS + 2; i++) {
                new ScanJob(store, 1).run(new FolderWork(folder, out, 0), recorder, new StopSwitch());
            }
            assertThat(store.runs(1000)).hasSize(RunHistory.KEPT_RUNS);
            assertThat(store.runs(1).get(0).run()).isEqualTo(RunHistory.KEPT_RUNS + 2);
            assertThat(store.repository().findJobInstances("scan")).hasSize(RunHistory.KEPT_RUNS);
        }
    }

    @Test
    void refusesADatabaseItDoesNotKnow() {
        assertThatThrownBy(() ->
                        new JobStoreSettings("jdbc:sqlite:x", java.util.Optional.empty(), java.util.Optional.empty()))
                .hasMessageContaining("H2 file or a PostgreSQL database")
                .hasMessageContaining("jdbc:sqlite:x");
    }

    /** Throws the switch after some splits. */
    private static final class StopAfter implements ScanListener {
        private final int splits;
        private final StopSwitch stop;
        private final List<String> seen;

        StopAfter(int splits, StopSwitch stop, List<String> seen) {
            this.splits = splits;
            this.stop = stop;
            this.seen = seen;
        }

        @Override
        public void stage(Stage stage) {}

        @Override
        public void planned(int all, long bytes, int doneSplits, long doneBytes) {}

        @Override
        public void scanned(long bytes) {
            seen.add("scanned");
            if (seen.size() == splits) {
                stop.stop("the test asks for it");
            }
        }

        @Override
        public void retried(int split, String reason) {}

        @Override
        public void notice(String sentence) {}
    }
}

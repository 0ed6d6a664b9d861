package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold on every database when the process of a scan dies. */
abstract class KillScenario {
    private static final int FILES = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @TempDir
    Path out;

    /** Where the jobs are kept, as {@link FolderScan} takes it. */
    abstract List<String> store();

    abstract JobStoreSettings settings();

    @BeforeEach
    void fill() {
        for (int file = 0; file < FILES; file++) {
            FolderWork.write(folder.resolve(String.format("f%04d", file)), "file number " + file);
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FolderScan.class.getName(),
                folder.toString(),
                out.toString(),
                store().get(0),
                "30"));
        command.addAll(store().subList(1, store().size()));
        File log = out.resolve("child.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private List<String> scanned() throws IOException {
        Path log = out.resolve("scanned.log");
        return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
    }

    private void waitFor(Process process, int splits) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (scanned().size() < splits) {
            assertThat(process.isAlive())
                    .describedAs(Files.readString(out.resolve("child.log")))
                    .isTrue();
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    private boolean[] stored(long run) {
        try (JobStore store = JobStore.open(settings(), 1)) {
            return store.table().finished(run, FILES);
        }
    }

    private String finish(Recorder recorder) {
        try (JobStore store = JobStore.open(settings(), 3)) {
            return new ScanJob(store, 3)
                    .run(new FolderWork(folder, out, 0), recorder, new StopSwitch())
                    .outcome()
                    .orElseThrow();
        }
    }

    private long lastRun() {
        try (JobStore store = JobStore.open(settings(), 1)) {
            return store.runs(1).get(0).run();
        }
    }

    @Test
    void aKilledScanGoesOnWithoutRedoingWhatIsStored() throws Exception {
        Process child = start();
        waitFor(child, 40);
        child.destroyForcibly().waitFor();
        List<String> before = scanned();
        long run = lastRun();
        boolean[] stored = stored(run);
        try (JobStore store = JobStore.open(settings(), 1)) {
            assertThat(store.runs(1).get(0).state()).isEqualTo(RunRecord.State.INTERRUPTED);
        }

        Recorder recorder = new Recorder();
        String record = finish(recorder);

        List<String> after = scanned().subList(before.size(), scanned().size());
        List<String> redone =
                after.stream().filter(split -> stored[Integer.parseInt(split)]).toList();
        assertThat(redone).isEmpty();
        assertThat(after).doesNotHaveDuplicates();
        assertThat(before.size() + after.size()).isBetween(FILES, FILES + 3);
        assertThat(recorder.events).contains("Taking up the interrupted run " + run + ".");
        assertThat(record).isEqualTo(finish(new Recorder()));
        assertThat(record.lines()).hasSize(FILES);
    }

    @Test
    void sigtermStopsAfterTheSplitsInHand() throws Exception {
        Process child = start();
        waitFor(child, 40);
        child.destroy();
        assertThat(child.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(143);
        try (JobStore store = JobStore.open(settings(), 1)) {
            assertThat(store.runs(1).get(0).state()).isEqualTo(RunRecord.State.STOPPED);
        }

        String record = finish(new Recorder());

        assertThat(scanned()).hasSize(FILES).doesNotHaveDuplicates();
        assertThat(record.lines()).hasSize(FILES);
    }

    @Test
    void twoProcessesDoNotScanOneDatasetAtOnce() throws Exception {
        Process child = start();
        waitFor(child, 10);
        try {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> finish(new Recorder()))
                    .isInstanceOf(JobStoreException.class)
                    .hasMessageContaining("Another");
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}

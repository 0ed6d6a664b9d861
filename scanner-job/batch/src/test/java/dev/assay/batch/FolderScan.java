package dev.assay.batch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs a {@link FolderWork} as a process of its own, so that a test can kill it. */
final class FolderScan {
    private FolderScan() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Path out = Path.of(args[1]);
        JobStoreSettings settings = args[2].startsWith("jdbc:")
                ? new JobStoreSettings(args[2], Optional.of(args[4]), Optional.of(""))
                : JobStoreSettings.file(Path.of(args[2]));
        long delayMillis = Long.parseLong(args[3]);
        StopSwitch stop = new StopSwitch();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.stop("signal");
            try {
                ended.await();
            } catch (InterruptedException trouble) {
                Thread.currentThread().interrupt();
            }
        }));
        try (JobStore store = JobStore.open(settings, 3)) {
            new ScanJob(store, 3).run(new FolderWork(folder, out, delayMillis), new Recorder(), stop);
        } finally {
            ended.countDown();
        }
    }
}

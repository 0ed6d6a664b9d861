package dev.assay.cli;

import dev.assay.batch.StopSwitch;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGTERM and SIGINT into a clean stop: the splits in hand are finished and stored, the rest waits for the next call.
 * The process then ends with 143 or 130, as the JVM has it.
 */
final class StopOnSignal implements AutoCloseable {
    private static final long PATIENCE_MINUTES = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    StopOnSignal(StopSwitch stop) {
        hook = new Thread(() -> onSignal(stop), "assay-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void onSignal(StopSwitch stop) {
        stop.stop("a signal asked for it");
        try {
            boolean clean = ended.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (!clean) {
                System.err.println("The splits in hand took too long to finish; they will be scanned again.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The job has ended: a signal that waits for it may let the process go. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The signal came; the hook is running and will end now.
            ended.countDown();
        }
    }
}

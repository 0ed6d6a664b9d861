package dev.assay.cli;

import dev.assay.batch.ScanListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how a scan goes: a bar with rate and time left on a terminal, one line a stage otherwise. Counts for metrics. */
final class ScanProgress implements ScanListener, AutoCloseable {
    private static final long KIBIBYTE = 1 << 10;
    private static final long MEBIBYTE = 1 << 20;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final Console console;
    private final String dataset;
    private final long begun = System.nanoTime();
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger scanned = new AtomicInteger();
    private final AtomicLong scannedBytes = new AtomicLong();
    private int splits;
    private int splitsBefore;
    private @Nullable ProgressBar bar;

    ScanProgress(Console console, String dataset) {
        this.console = console;
        this.dataset = dataset;
    }

    @Override
    public synchronized void stage(Stage stage) {
        switch (stage) {
            case PLAN -> say("planning");
            case SCAN -> begin();
            case CONCLUDE -> {
                end();
                say("scanned " + Amounts.count(scanned.get(), "split") + ", " + Amounts.bytes(scannedBytes.get())
                        + " in " + Amounts.time(elapsed()) + "; concluding");
            }
            case PUBLISH -> say("publishing");
        }
    }

    @Override
    public synchronized void planned(int all, long bytes, int doneSplits, long doneBytes) {
        splits = all;
        splitsBefore = doneSplits;
        String before = doneSplits == 0 ? "" : ", " + Amounts.count(doneSplits, "split") + " done before";
        say("scanning " + Amounts.count(all, "split") + ", " + Amounts.bytes(bytes) + before);
        if (console.terminal()) {
            // Numbers in the bar are whole.
            boolean small = bytes < 100 * MEBIBYTE;
            bar = new ProgressBarBuilder()
                    .setTaskName(dataset)
                    .setInitialMax(bytes)
                    .setUnit(small ? " KiB" : " MiB", small ? KIBIBYTE : MEBIBYTE)
                    .showSpeed()
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .startsFrom(doneBytes, Duration.ZERO)
                    .setConsumer(new EndsOnce(console.err()))
                    .build();
        }
    }

    private void begin() {
        if (bar != null) {
            bar.refresh();
        }
    }

    /** Takes the bar away, so that what is said next has a line of its own. */
    synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void scanned(long bytes) {
        scanned.incrementAndGet();
        scannedBytes.addAndGet(bytes);
        ProgressBar shown;
        synchronized (this) {
            shown = bar;
        }
        if (shown != null) {
            shown.stepBy(bytes);
        }
    }

    @Override
    public void retried(int split, String reason) {
        retries.incrementAndGet();
        say("trying split " + split + " again: " + reason);
    }

    @Override
    public void notice(String sentence) {
        say(sentence);
    }

    private synchronized void say(String text) {
        // The bar stands in the last line; it is drawn anew below what is said.
        console.say((bar == null ? "" : CLEAR_LINE) + dataset + ": " + text);
    }

    /** The bar's own thread and whoever closes it may both draw the end. */
    private static final class EndsOnce extends ConsoleProgressBarConsumer {
        private boolean ended;

        EndsOnce(PrintStream out) {
            super(out);
        }

        @Override
        public synchronized void accept(String drawn) {
            if (!ended) {
                super.accept(drawn);
            }
        }

        @Override
        public synchronized void close() {
            if (!ended) {
                ended = true;
                super.close();
            }
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    int retries() {
        return retries.get();
    }

    /** All splits of the plan. */
    synchronized int splits() {
        return splits;
    }

    /** Splits an interrupted run had done. */
    synchronized int splitsBefore() {
        return splitsBefore;
    }

    @Override
    public void close() {
        end();
    }
}

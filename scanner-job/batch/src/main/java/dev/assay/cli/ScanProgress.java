package dev.assay.cli;

import dev.assay.batch.ScanListener;
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
    private static final long MEBIBYTE = 1 << 20;

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
            bar = new ProgressBarBuilder()
                    .setTaskName(dataset)
                    .setInitialMax(bytes)
                    .setUnit(" MiB", MEBIBYTE)
                    .showSpeed()
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .startsFrom(doneBytes, Duration.ZERO)
                    .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                    .build();
        }
    }

    private void begin() {
        if (bar != null) {
            bar.refresh();
        }
    }

    private void end() {
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

    private void say(String text) {
        console.say(dataset + ": " + text);
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
    public synchronized void close() {
        end();
    }
}

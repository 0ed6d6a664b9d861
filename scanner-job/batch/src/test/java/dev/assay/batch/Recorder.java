package dev.assay.batch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a scan said. */
final class Recorder implements ScanListener {
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void stage(Stage stage) {
        events.add(stage.name());
    }

    @Override
    public void planned(int splits, long bytes, int doneSplits, long doneBytes) {
        events.add("planned " + splits + " splits, " + doneSplits + " done");
    }

    @Override
    public void scanned(long bytes) {
        events.add("scanned");
    }

    @Override
    public void retried(int split, String reason) {
        events.add("retried " + split + ": " + reason);
    }

    @Override
    public void notice(String sentence) {
        events.add(sentence);
    }
}

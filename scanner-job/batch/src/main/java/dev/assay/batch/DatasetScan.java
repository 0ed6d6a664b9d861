package dev.assay.batch;

import dev.assay.config.DatasetCard;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.Provenance;
import dev.assay.provenance.OriginColumns;
import dev.assay.scan.Conclusion;
import dev.assay.scan.ScanEngine;
import dev.assay.scan.ScanPlan;
import dev.assay.scan.ScanSummary;
import dev.assay.storage.ChangedFileException;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageException;
import java.util.Optional;

/** The engine's three verbs over one dataset, and what becomes of their conclusion. */
public final class DatasetScan<R> implements ScanWork<R> {
    private final DatasetCard card;
    private final ScanEngine engine;
    private final Publisher<R> publisher;
    private final int workers;

    /** Makes a conclusion known. Called again with the same conclusion after a crash, it changes nothing. */
    @FunctionalInterface
    public interface Publisher<R> {
        R publish(ScanPlan plan, Conclusion conclusion, RunFacts run);
    }

    /**
     * A scan of what a card describes.
     *
     * @param workers how many files the plan looks into at a time; never shows in a record
     */
    public DatasetScan(DatasetCard card, ScanEngine engine, Publisher<R> publisher, int workers) {
        this.card = card;
        this.engine = engine.declaring(OriginColumns.of(card));
        this.publisher = publisher;
        this.workers = workers;
    }

    @Override
    public String dataset() {
        return card.id();
    }

    @Override
    public String request() {
        JsonObject request = JsonObject.builder()
                .put("card", card.cardSha256())
                .put("location", card.location())
                .put("settings", engine.settingsSha256())
                .build();
        return request.sha256();
    }

    @Override
    public WorkPlan plan() {
        return new Plan(engine, planned());
    }

    /** Which files of its location a card means. */
    public static FileFilter filter(DatasetCard card) {
        return new FileFilter(card.include(), card.exclude().isEmpty() ? FileFilter.MARKERS : card.exclude());
    }

    private ScanPlan planned() {
        return engine.plan(
                new Location(card.location()),
                filter(card),
                Optional.ofNullable(card.format()),
                card.declaredListings(),
                workers);
    }

    /** Plans again: a file that came, went or changed shows in the plan. */
    @Override
    public Optional<WorkPlan> resume(JsonObject stored) {
        ScanPlan now = planned();
        boolean same = now.digest().equals(ScanPlan.fromJson(stored).digest());
        return same ? Optional.of(new Plan(engine, now)) : Optional.empty();
    }

    @Override
    public ScanWork.Finished<R> conclude(WorkPlan plan, Iterable<JsonObject> summaries, RunFacts run) {
        ScanPlan scanned = ((Plan) plan).plan;
        ScanSummary all = new ScanSummary();
        for (JsonObject summary : summaries) {
            all.merge(ScanSummary.fromJson(summary));
        }
        Conclusion conclusion = engine.conclude(DatasetIdentity.of(card), Provenance.of(card), scanned, all);
        return () -> publisher.publish(scanned, conclusion, run);
    }

    /** A file that is no longer the one that was planned will not come back. */
    @Override
    public boolean worthRetrying(RuntimeException trouble) {
        return trouble instanceof StorageException && !(trouble instanceof ChangedFileException);
    }

    private static final class Plan implements WorkPlan {
        private final ScanEngine engine;
        private final ScanPlan plan;

        Plan(ScanEngine engine, ScanPlan plan) {
            this.engine = engine;
            this.plan = plan;
        }

        @Override
        public int splits() {
            return plan.splits().size();
        }

        @Override
        public long bytes(int split) {
            return plan.splits().get(split).bytes();
        }

        @Override
        public JsonObject toJson() {
            return plan.toJson().asObject();
        }

        @Override
        public JsonObject scan(int split) {
            Json summary = engine.scan(plan.splits().get(split)).toJson();
            return summary.asObject();
        }
    }
}

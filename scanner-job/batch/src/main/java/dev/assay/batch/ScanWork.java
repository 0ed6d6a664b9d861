package dev.assay.batch;

import dev.assay.json.JsonObject;
import java.util.Optional;

/**
 * One dataset's scan as the job sees it. The job decides when and on which thread each part runs and remembers what is
 * done; the work itself knows how.
 *
 * @param <R> what a publication answers
 */
public interface ScanWork<R> {
    /** The dataset's id; one dataset is scanned by one process at a time. */
    String dataset();

    /**
     * A digest of all that decides the record besides the dataset's bytes: card, rules, scanner build. An interrupted
     * run is only taken up by work with the same request.
     */
    String request();

    /** Lists what is to be read and cuts it into splits. */
    WorkPlan plan();

    /**
     * Takes up a plan made by an interrupted run.
     *
     * @param stored what {@link WorkPlan#toJson()} gave then
     * @return empty if the dataset is no longer what the plan says
     */
    Optional<WorkPlan> resume(JsonObject stored);

    /**
     * Merges the summaries of all splits and publishes the record. Called again with the same summaries when the process
     * died on the way, so it must not do twice what is already done.
     *
     * @param summaries one a split, by split index; each iteration reads them afresh
     * @param run what is known of the run, for the record of how the scan was made
     */
    Finished<R> conclude(WorkPlan plan, Iterable<JsonObject> summaries, RunFacts run);

    /** Whether a failed split may succeed when it is tried again: the outside world had a moment. */
    boolean worthRetrying(RuntimeException trouble);

    /** A finished record that waits to be published. */
    @FunctionalInterface
    interface Finished<R> {
        /** Writes the record where others find it; when it is there already, changes nothing and answers the same. */
        R publish();
    }
}

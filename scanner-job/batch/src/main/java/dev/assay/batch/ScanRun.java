package dev.assay.batch;

import java.util.Optional;

/**
 * What became of a scan that did not fail.
 *
 * @param run number of the run in the job repository
 * @param outcome what the publication answered; empty if the run was stopped before it
 * @param resumed whether an interrupted run was taken up
 * @param <R> what a publication answers
 */
public record ScanRun<R>(long run, Optional<R> outcome, boolean resumed) {
    public boolean stopped() {
        return outcome.isEmpty();
    }
}

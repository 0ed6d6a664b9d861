package dev.assay.batch;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run as {@code assay jobs} lists it.
 *
 * @param run its number
 * @param splits how many splits it has; empty before it was planned
 * @param finishedSplits how many of them are scanned
 * @param endedOn when its last execution ended; empty while it runs and after it was killed
 * @param executions how often it was started
 */
public record RunRecord(
        long run,
        String dataset,
        State state,
        OptionalInt splits,
        int finishedSplits,
        Instant startedOn,
        Optional<Instant> endedOn,
        int executions) {

    /** What became of a run. */
    public enum State {
        /** A process works on it. */
        RUNNING,
        /** Its record is published. */
        COMPLETED,
        /** Stopped by a signal; the same scan takes it up. */
        STOPPED,
        /** Something could not be done; the same scan takes it up. */
        FAILED,
        /** Its process died; the same scan takes it up. */
        INTERRUPTED,
        /** Given up because the dataset changed under it. */
        ABANDONED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    RunRecord withState(State other) {
        return new RunRecord(run, dataset, other, splits, finishedSplits, startedOn, endedOn, executions);
    }
}

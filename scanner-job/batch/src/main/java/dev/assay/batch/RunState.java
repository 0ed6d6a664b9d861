package dev.assay.batch;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the steps of one execution hand to each other in memory; all that must survive is in the database. */
final class RunState<R> {
    private final AtomicReference<@Nullable WorkPlan> plan = new AtomicReference<>();
    private final AtomicReference<boolean @Nullable []> finished = new AtomicReference<>();
    private final AtomicReference<ScanWork.@Nullable Finished<R>> conclusion = new AtomicReference<>();
    private final AtomicReference<@Nullable R> outcome = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    void plan(WorkPlan planned) {
        plan.set(planned);
    }

    boolean isPlanned() {
        return plan.get() != null;
    }

    WorkPlan plan() {
        return present(plan.get(), "plan");
    }

    /** Which splits were stored before this execution; read-only from here on. */
    void finished(boolean[] splits) {
        finished.set(splits);
    }

    boolean[] finished() {
        return present(finished.get(), "list of finished splits");
    }

    void conclusion(ScanWork.Finished<R> made) {
        conclusion.set(made);
    }

    ScanWork.Finished<R> conclusion() {
        return present(conclusion.get(), "conclusion");
    }

    void outcome(R published) {
        outcome.set(published);
    }

    @Nullable R outcome() {
        return outcome.get();
    }

    /** Keeps the first failure: later ones mostly follow from it. */
    void failed(Throwable trouble) {
        failure.compareAndSet(null, trouble);
    }

    @Nullable Throwable failure() {
        return failure.get();
    }

    private static <T> T present(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("The job has no " + what + " yet.");
        }
        return value;
    }
}

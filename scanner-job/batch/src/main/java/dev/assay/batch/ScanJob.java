package dev.assay.batch;

import dev.assay.batch.ScanListener.Stage;
import dev.assay.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The job {@code scan}: plan, scan the splits on many threads, conclude, publish. The same work started again takes up
 * what a failed, stopped or killed run left and scans only the splits whose summary is not stored.
 */
public final class ScanJob {
    private static final String NAME = "scan";

    private final JobStore store;
    private final int workers;
    private final Duration pause;

    /**
     * A job over an open job repository.
     *
     * @param workers how many splits are scanned at once
     */
    public ScanJob(JobStore store, int workers) {
        this(store, workers, Duration.ofSeconds(1));
    }

    ScanJob(JobStore store, int workers, Duration pause) {
        this.store = store;
        this.workers = workers;
        this.pause = pause;
    }

    /** How many splits are scanned at once. */
    public int workers() {
        return workers;
    }

    /**
     * Runs the scan of one dataset to its end, or until it is asked to stop. What the work throws comes out as it is; the
     * run can be taken up then.
     *
     * @throws JobStoreException if another process scans the dataset, or the repository fails
     */
    @SuppressWarnings("try") // the lock is held, not asked
    public <R> ScanRun<R> run(ScanWork<R> work, ScanListener listener, StopSwitch stop) {
        try (DatasetLock lock = store.lock(work.dataset(), stop)) {
            return new Attempt<>(work, listener, stop).run();
        } catch (JobExecutionException trouble) {
            throw new JobStoreException(
                    "The job repository refuses the run: " + trouble.getMessage() + ". See `assay jobs`.", trouble);
        }
    }

    /** One start of one run. */
    private final class Attempt<R> {
        private final ScanWork<R> work;
        private final ScanListener listener;
        private final StopSwitch stop;
        private final RunState<R> state = new RunState<>();
        private final RunTable table = store.table();

        Attempt(ScanWork<R> work, ScanListener listener, StopSwitch stop) {
            this.work = work;
            this.listener = listener;
            this.stop = stop;
        }

        ScanRun<R> run() throws JobExecutionException {
            OptionalLong interrupted = interrupted();
            long run = interrupted.orElseGet(this::fresh);
            JobExecution execution = execute(run);
            R outcome = state.outcome();
            if (execution.getStatus() == BatchStatus.COMPLETED && outcome != null) {
                store.transaction().executeWithoutResult(tx -> {
                    table.dropWork(run);
                    store.history().thinOut(work.dataset());
                });
                return new ScanRun<>(run, Optional.of(outcome), interrupted.isPresent());
            }
            rethrowFailure(execution);
            return new ScanRun<>(run, Optional.empty(), interrupted.isPresent());
        }

        private long fresh() {
            return table.create(work.dataset(), work.request(), store.clock().instant());
        }

        private JobParameters parameters(long run) {
            return new JobParametersBuilder()
                    .addLong("run", run)
                    .addString("dataset", work.dataset())
                    .addString("request", work.request())
                    .toJobParameters();
        }

        /** The run to take up, if there is one; empty means that a new one begins. */
        private OptionalLong interrupted() throws JobExecutionException {
            OptionalLong last = table.last(work.dataset(), work.request());
            if (last.isEmpty()) {
                return last;
            }
            long run = last.getAsLong();
            JobExecution before = store.repository().getLastJobExecution(NAME, parameters(run));
            if (before == null) {
                return last;
            }
            if (before.getStatus() == BatchStatus.COMPLETED || before.getStatus() == BatchStatus.ABANDONED) {
                return OptionalLong.empty();
            }
            if (before.getStatus().isRunning()) {
                // We hold the dataset's lock, so the process that ran it is dead.
                before = store.operator().recover(before);
            }
            return takeUp(run, before);
        }

        private OptionalLong takeUp(long run, JobExecution before) throws JobExecutionException {
            Optional<JsonObject> stored = table.plan(run);
            if (stored.isPresent()) {
                Optional<WorkPlan> plan = work.resume(stored.get());
                if (plan.isEmpty()) {
                    listener.notice("The dataset changed since run " + run + " was interrupted; starting afresh.");
                    giveUp(run, before);
                    return OptionalLong.empty();
                }
                state.plan(plan.get());
            }
            if (isStuck(before)) {
                return OptionalLong.of(replace(run, before));
            }
            listener.notice("Taking up the interrupted run " + run + ".");
            return OptionalLong.of(run);
        }

        private void giveUp(long run, JobExecution before) throws JobExecutionException {
            store.operator().abandon(before);
            table.dropWork(run);
        }

        /** Spring Batch never restarts what ended in an unknown state; the summaries are good all the same. */
        private boolean isStuck(JobExecution before) {
            return before.getStatus() == BatchStatus.UNKNOWN
                    || before.getStepExecutions().stream().anyMatch(step -> step.getStatus() == BatchStatus.UNKNOWN);
        }

        private long replace(long run, JobExecution before) throws JobExecutionException {
            long fresh = fresh();
            listener.notice(
                    "Run " + run + " ended in an unknown state; run " + fresh + " takes over what it finished.");
            table.moveSummaries(run, fresh);
            giveUp(run, before);
            return fresh;
        }

        private JobExecution execute(long run) throws JobExecutionException {
            ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
            threads.setCorePoolSize(workers);
            threads.setThreadNamePrefix("assay-scan-");
            threads.setWaitForTasksToCompleteOnShutdown(true);
            threads.initialize();
            try {
                return store.operator().start(job(run, threads), parameters(run));
            } finally {
                threads.shutdown();
            }
        }

        private Job job(long run, TaskExecutor threads) {
            return new JobBuilder(NAME, store.repository())
                    .start(step("plan", () -> plan(run)))
                    .next(splits(run, threads))
                    .next(step("conclude", () -> conclude(run)))
                    .next(step("publish", this::publish))
                    .build();
        }

        private Step splits(long run, TaskExecutor threads) {
            SplitScan scan = new SplitScan(run, work, state, table, listener, stop, pause);
            // A worker that was done may have to help with what another left.
            Step worker = new StepBuilder("scan-split", store.repository())
                    .allowStartIfComplete(true)
                    .tasklet(scan, store.transactions())
                    .build();
            return new StepBuilder("scan-splits", store.repository())
                    .partitioner("scan-split", scan)
                    .step(worker)
                    .gridSize(workers)
                    .taskExecutor(threads)
                    .build();
        }

        /** Steps that a restart walks through again: each is cheap when its work is done. */
        private Step step(String name, Runnable part) {
            return new StepBuilder(name, store.repository())
                    .allowStartIfComplete(true)
                    .tasklet(
                            (contribution, chunk) -> {
                                if (stop.isThrown()) {
                                    contribution.getStepExecution().setTerminateOnly();
                                    return RepeatStatus.CONTINUABLE;
                                }
                                attempt(part);
                                return RepeatStatus.FINISHED;
                            },
                            store.transactions())
                    .build();
        }

        private void attempt(Runnable part) {
            try {
                part.run();
            } catch (RuntimeException | Error trouble) {
                state.failed(trouble);
                throw trouble;
            }
        }

        private void plan(long run) {
            listener.stage(Stage.PLAN);
            if (!state.isPlanned()) {
                state.plan(work.plan());
            }
            WorkPlan plan = state.plan();
            table.storePlan(run, plan.splits(), plan.toJson());
            boolean[] finished = table.finished(run, plan.splits());
            state.finished(finished);
            int doneSplits = 0;
            long doneBytes = 0;
            for (int split = 0; split < finished.length; split++) {
                if (finished[split]) {
                    doneSplits++;
                    doneBytes += plan.bytes(split);
                }
            }
            listener.planned(plan.splits(), plan.bytes(), doneSplits, doneBytes);
            listener.stage(Stage.SCAN);
        }

        private void conclude(long run) {
            listener.stage(Stage.CONCLUDE);
            int stored = table.countSummaries(run);
            if (stored != state.plan().splits()) {
                throw new IllegalStateException("Run " + run + " has " + stored + " summaries for "
                        + state.plan().splits() + " splits.");
            }
            state.conclusion(work.conclude(state.plan(), table.summaries(run), facts(run)));
        }

        private void publish() {
            listener.stage(Stage.PUBLISH);
            state.outcome(state.conclusion().publish());
        }

        private RunFacts facts(long run) {
            JobExecution execution = store.repository().getLastJobExecution(NAME, parameters(run));
            if (execution == null) {
                throw new IllegalStateException("Run " + run + " is not in the job repository.");
            }
            long instance = execution.getJobInstanceId();
            Instant startedOn = table.startedOn(run);
            return new RunFacts(
                    run, instance, execution.getId(), startedOn, store.history().executions(instance) - 1);
        }

        private void rethrowFailure(JobExecution execution) {
            Throwable failure = state.failure();
            if (failure instanceof RuntimeException trouble) {
                throw trouble;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (execution.getStatus() != BatchStatus.STOPPED) {
                Throwable cause =
                        execution.getAllFailureExceptions().stream().findFirst().orElse(null);
                throw new JobStoreException(
                        "The run ended as " + execution.getStatus() + ": "
                                + execution
                                        .getExitStatus()
                                        .getExitDescription()
                                        .lines()
                                        .findFirst()
                                        .orElse("no reason given"),
                        cause == null ? new IllegalStateException("no cause recorded") : cause);
            }
        }
    }
}

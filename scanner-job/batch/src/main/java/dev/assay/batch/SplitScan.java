package dev.assay.batch;

import dev.assay.json.JsonObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The partitioned step. A partition is a worker: it takes the next split nobody has taken, so that many files do not make
 * as many step rows and no worker waits while another has a queue. Large splits go first: the last one to be taken then
 * is a small one, and no worker is idle while another has much left to do. One call scans one split: its summary and the step's
 * commit are one transaction, and a split whose summary is stored is never scanned again. After a crash the partitions
 * start again and share what is not stored, however many workers there are then.
 */
final class SplitScan implements Tasklet, Partitioner {
    private static final int ATTEMPTS = 3;

    private final long run;
    private final ScanWork<?> work;
    private final RunState<?> state;
    private final RunTable table;
    private final ScanListener listener;
    private final StopSwitch stop;
    private final Duration pause;
    private final AtomicInteger cursor = new AtomicInteger();
    private volatile List<Integer> order = List.of();

    SplitScan(
            long run,
            ScanWork<?> work,
            RunState<?> state,
            RunTable table,
            ScanListener listener,
            StopSwitch stop,
            Duration pause) {
        this.run = run;
        this.work = work;
        this.state = state;
        this.table = table;
        this.listener = listener;
        this.stop = stop;
        this.pause = pause;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        WorkPlan plan = state.plan();
        order = IntStream.range(0, plan.splits())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(plan::bytes).reversed())
                .toList();
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int worker = 0; worker < gridSize; worker++) {
            partitions.put("worker-" + worker, new ExecutionContext());
        }
        return partitions;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws InterruptedException {
        if (stop.isThrown()) {
            contribution.getStepExecution().setTerminateOnly();
            return RepeatStatus.CONTINUABLE;
        }
        int split = next();
        if (split < 0) {
            return RepeatStatus.FINISHED;
        }
        try {
            JsonObject summary = scan(split);
            table.storeSummary(run, split, summary);
        } catch (RuntimeException | Error trouble) {
            // The others need not go on: what they finish now is kept, the rest waits for the restart.
            state.failed(trouble);
            stop.stop("a split failed");
            throw trouble;
        }
        listener.scanned(state.plan().bytes(split));
        contribution.incrementWriteCount(1);
        return RepeatStatus.CONTINUABLE;
    }

    private int next() {
        boolean[] finished = state.finished();
        for (int at = cursor.getAndIncrement(); at < order.size(); at = cursor.getAndIncrement()) {
            int split = order.get(at);
            if (!finished[split]) {
                return split;
            }
        }
        return -1;
    }

    private JsonObject scan(int split) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return state.plan().scan(split);
            } catch (RuntimeException trouble) {
                boolean last = attempt == ATTEMPTS || !work.worthRetrying(trouble);
                if (last || stop.pause(pause.multipliedBy(attempt))) {
                    throw trouble;
                }
                listener.retried(split, String.valueOf(trouble.getMessage()));
            }
        }
    }
}

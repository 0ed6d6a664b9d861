package dev.assay.cli;

import dev.assay.batch.JobStore;
import dev.assay.batch.RunRecord;
import dev.assay.gate.ExitCode;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "jobs",
        header = "List the runs of scans, newest first.",
        description = {
            "A run that was stopped, failed or interrupted is taken up by the same `assay scan` again; splits that are"
                    + " done are not read twice."
        },
        footer = {"", "Examples:", "  assay jobs", "  assay jobs --limit 5 --json"})
final class JobsCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Option(names = "--limit", paramLabel = "<n>", description = "How many runs; default: 20")
    int limit = 20;

    JobsCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        List<RunRecord> runs;
        try (JobStore store = JobStore.open(Workspaces.jobStore(global.workspace(console()), console()), 1)) {
            runs = store.runs(Math.max(1, limit));
        }
        if (format.json) {
            Json all = Json.of(runs.stream().map(JobsCommand::json).toList());
            console().result(all);
        } else if (runs.isEmpty()) {
            console().say("No runs yet.");
        } else {
            runs.forEach(this::print);
        }
        console().out().flush();
        return ExitCode.PASS;
    }

    private void print(RunRecord run) {
        String splits = run.splits().isPresent()
                ? run.finishedSplits() + "/" + run.splits().getAsInt() + " splits"
                : "not planned";
        console()
                .out()
                .printf(
                        Locale.ROOT,
                        "%6d  %-12s %-32s %21s  %s%n",
                        run.run(),
                        run.state().label(),
                        run.dataset(),
                        splits,
                        run.startedOn().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Json json(RunRecord run) {
        JsonObject.Builder json = JsonObject.builder()
                .put("run", run.run())
                .put("dataset", run.dataset())
                .put("state", run.state().label())
                .put("finishedSplits", run.finishedSplits())
                .put("startedOn", run.startedOn().toString())
                .put("executions", run.executions());
        run.splits().ifPresent(splits -> json.put("splits", splits));
        run.endedOn().ifPresent(ended -> json.put("endedOn", ended.toString()));
        return json.build();
    }
}

package dev.assay.cli;

import dev.assay.batch.DatasetScan;
import dev.assay.batch.LedgerPublisher;
import dev.assay.batch.ScanJob;
import dev.assay.batch.ScanRun;
import dev.assay.batch.StopSwitch;
import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.gate.ExitCode;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Published;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scan",
        header = "Scan datasets, sign and publish their manifests, and judge them by the policy.",
        description = {
            "A scan that was stopped or killed goes on where it was: call it again the same way.",
            "With several datasets each is a run of its own; the exit code is the gravest."
        },
        footer = {
            "",
            "Examples:",
            "  assay scan chats/dataset.yaml",
            "  assay scan s3://corpus/2026/ --workers 8",
            "  assay scan */dataset.yaml --json --metrics-file /var/lib/node_exporter/assay.prom"
        })
final class ScanCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "<dataset.yaml | location>",
            description = "Cards, or the files, directories or URIs the data lies in")
    List<String> datasets = new ArrayList<>();

    @Option(
            names = "--workers",
            paramLabel = "<n>",
            description = "Splits scanned at once; default: scan.workers of assay.yaml")
    @Nullable Integer workers;

    @Option(
            names = "--metrics-file",
            paramLabel = "<file>",
            description = "Write figures about the runs in the Prometheus text format")
    @Nullable Path metricsFile;

    ScanCommand(Console console) {
        super(console);
    }

    @Override
    @SuppressWarnings("try") // the signal's handler is there, not asked
    ExitCode execute() {
        Workspace workspace = global.workspace(console());
        List<DatasetArgument> all = arguments();
        int threads = workers == null ? workspace.scan().workers() : workers;
        if (threads < 1 || threads > 1024) {
            throw new ConfigException("--workers: " + threads + " is not between 1 and 1024.");
        }
        ScanFigures figures = new ScanFigures();
        List<ExitCode> codes = new ArrayList<>();
        try (ScanBench bench =
                ScanBench.open(workspace, console(), threads, all.get(0).card().id())) {
            StopSwitch stop = new StopSwitch();
            try (StopOnSignal signal = new StopOnSignal(stop)) {
                ScanJob job = new ScanJob(bench.jobs(), threads);
                for (DatasetArgument dataset : all) {
                    codes.add(scan(dataset, bench, job, stop, figures));
                }
            }
        }
        Path file = metricsFile == null ? workspace.metrics().file() : console().resolve(metricsFile);
        if (file != null) {
            figures.write(file);
        }
        return ExitCodes.worst(codes);
    }

    private List<DatasetArgument> arguments() {
        List<DatasetArgument> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String given : datasets) {
            DatasetArgument argument = DatasetArgument.read(given, console());
            if (!ids.add(argument.card().id())) {
                throw new ConfigException(
                        given + " has the id " + argument.card().id()
                                + ", as another one of this call. Give each dataset a card with an `id` of its own.");
            }
            all.add(argument);
        }
        return all;
    }

    /** One dataset's trouble does not keep the others from being scanned. */
    private ExitCode scan(DatasetArgument dataset, ScanBench bench, ScanJob job, StopSwitch stop, ScanFigures figures) {
        String id = dataset.card().id();
        if (stop.isThrown()) {
            return ExitCode.INCOMPLETE;
        }
        // A stop that follows from this dataset's failure is not the next one's.
        StopSwitch own = stop.child();
        try (ScanProgress progress = new ScanProgress(console(), id)) {
            ExitCode code = ExitCode.BUG;
            try {
                LedgerPublisher publisher = bench.publisher(dataset);
                DatasetScan<Published> work =
                        new DatasetScan<>(dataset.card(), bench.engine(), publisher, job.workers());
                ScanRun<Published> run = job.run(work, progress, own);
                code = finish(run, bench, progress, own, figures);
            } catch (RuntimeException trouble) {
                progress.end();
                code = Failures.report(console(), trouble, global.verbose);
                if (format.json) {
                    console().result(failure(id, code, trouble));
                }
            }
            figures.ended(id, code, progress);
            return code;
        }
    }

    private ExitCode finish(
            ScanRun<Published> run, ScanBench bench, ScanProgress progress, StopSwitch stop, ScanFigures figures) {
        if (run.stopped()) {
            progress.end();
            console()
                    .say("Stopped: " + stop.reason().orElse("asked to") + ". Run " + run.run()
                            + " goes on when the same scan is called again.");
            return ExitCode.INCOMPLETE;
        }
        ScanOutcome outcome = bench.outcome(run.outcome().orElseThrow(), progress.elapsed());
        outcome.lines().forEach(console()::say);
        figures.concluded(outcome);
        if (format.json) {
            console().result(outcome.toJson(run.run()));
        }
        return outcome.exitCode();
    }

    private static Json failure(String id, ExitCode code, RuntimeException trouble) {
        return JsonObject.builder()
                .put("dataset", id)
                .put("exitCode", code.code())
                .put("error", String.valueOf(trouble.getMessage()))
                .build();
    }
}

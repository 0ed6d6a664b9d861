package dev.assay.cli;

import dev.assay.gate.ExitCode;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredRun;
import dev.assay.statement.Envelope;
import dev.assay.statement.Roles;
import dev.assay.statement.Statement;
import dev.assay.statement.StatementKind;
import dev.assay.statement.TrainingRunPredicate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "runs",
        header = "List the training runs the gate let through, oldest first.",
        footer = {"", "Examples:", "  assay runs", "  assay runs support-chats", "  assay runs support-chats@3 --json"})
final class RunsCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Parameters(arity = "0..1", paramLabel = "<dataset>", description = "Id or card, and maybe @version; default: all")
    @Nullable String dataset;

    RunsCommand(Console console) {
        super(console);
    }

    /** One dataset version that one run read. */
    private record Read(String version, TrainingRunPredicate run, boolean signed) {}

    @Override
    ExitCode execute() {
        List<Read> reads = new ArrayList<>();
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(global.workspace(console())))) {
            Roles roles = ledger.roles();
            for (StoredRun run : ledger.runs()) {
                for (Envelope envelope : run.bundle().envelopes()) {
                    reads.add(read(envelope, roles));
                }
            }
        }
        DatasetName wanted = dataset == null ? null : DatasetName.read(dataset, console());
        List<Read> shown = reads.stream()
                .filter(read -> wanted == null || isOf(read.version(), wanted))
                .sorted(Comparator.comparing(read -> read.run().allowedOn()))
                .toList();
        if (format.json) {
            console().result(Json.of(shown.stream().map(RunsCommand::json).toList()));
        } else {
            shown.forEach(this::print);
        }
        console().out().flush();
        boolean all = shown.stream().allMatch(Read::signed);
        return all ? ExitCode.PASS : ExitCode.INTEGRITY;
    }

    private static Read read(Envelope envelope, Roles roles) {
        Statement statement = envelope.statement();
        TrainingRunPredicate run = TrainingRunPredicate.fromJson(statement.predicate());
        boolean signed = !roles.signers(envelope, StatementKind.TRAINING_RUN, run.allowedOn())
                .isEmpty();
        return new Read(statement.subjects().get(0).name(), run, signed);
    }

    private static boolean isOf(String version, DatasetName wanted) {
        return wanted.version().isPresent() ? version.equals(wanted.toString()) : version.startsWith(wanted.id() + "@");
    }

    private void print(Read read) {
        TrainingRunPredicate run = read.run();
        console()
                .out()
                .printf(
                        Locale.ROOT,
                        "%s  %-24s %-32s %s, %s, bytes: %s%s%n",
                        run.allowedOn(),
                        run.runId(),
                        read.version(),
                        run.purpose() == null ? "purpose not said" : run.purpose(),
                        run.region() == null ? "region not said" : run.region(),
                        run.bytesMode(),
                        read.signed() ? "" : "  NOT SIGNED BY A TRUSTED GATE");
    }

    private static Json json(Read read) {
        return JsonObject.builder()
                .put("version", read.version())
                .put("signed", read.signed())
                .put("run", read.run().toJson())
                .build();
    }
}

package dev.assay.cli;

import dev.assay.gate.ExitCode;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.ledger.HistoryEntry;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "log",
        header = "List the datasets on record, or the history of one, newest first.",
        footer = {"", "Examples:", "  assay log", "  assay log support-chats", "  assay log chats/dataset.yaml --json"})
final class LogCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Parameters(arity = "0..1", paramLabel = "<dataset>", description = "Id or card of a dataset; default: all")
    @Nullable String dataset;

    LogCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(global.workspace(console())))) {
            if (dataset == null) {
                all(ledger);
            } else {
                history(ledger, DatasetName.read(dataset, console()).id());
            }
        }
        console().out().flush();
        return ExitCode.PASS;
    }

    private void all(Ledger ledger) {
        List<StoredVersion> latest = ledger.datasets().stream()
                .flatMap(id -> ledger.latest(id).stream())
                .toList();
        if (format.json) {
            Json json = Json.of(latest.stream()
                    .map(version -> JsonObject.builder()
                            .put("dataset", version.datasetId())
                            .put("version", version.number())
                            .put("manifestSha256", version.manifest().sha256())
                            .build())
                    .toList());
            console().result(json);
            return;
        }
        latest.forEach(version -> console()
                .out()
                .printf(
                        Locale.ROOT,
                        "%-48s sha256:%s%n",
                        version.name(),
                        version.manifest().sha256()));
    }

    private void history(Ledger ledger, String id) {
        List<HistoryEntry> entries = ledger.history(id);
        if (entries.isEmpty()) {
            new DatasetName(id, OptionalInt.empty()).find(ledger);
        }
        if (format.json) {
            Json json = Json.of(entries.stream().map(LogCommand::json).toList());
            console().result(json);
            return;
        }
        entries.forEach(entry ->
                console().out().printf(Locale.ROOT, "%.10s  %s  %s%n", entry.commit(), entry.time(), entry.title()));
    }

    private static Json json(HistoryEntry entry) {
        return JsonObject.builder()
                .put("commit", entry.commit())
                .put("time", entry.time().toString())
                .put("author", entry.author())
                .put("title", entry.title())
                .build();
    }
}

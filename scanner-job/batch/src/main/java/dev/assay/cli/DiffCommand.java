package dev.assay.cli;

import dev.assay.gate.ExitCode;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        header = "Show what changed between two recorded versions: files, columns and findings.",
        footer = {"", "Examples:", "  assay diff support-chats@2 support-chats@3", "  assay diff chats@1 chats --json"})
final class DiffCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Parameters(
            index = "0",
            paramLabel = "<a>",
            description = "A version such as support-chats@2; without @ the latest")
    String first = "";

    @Parameters(index = "1", paramLabel = "<b>", description = "The version to compare it with")
    String second = "";

    DiffCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        VersionDiff diff;
        StoredVersion before;
        StoredVersion after;
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(global.workspace(console())))) {
            before = DatasetName.read(first, console()).find(ledger);
            after = DatasetName.read(second, console()).find(ledger);
            diff = VersionDiff.between(before, after);
        }
        if (format.json) {
            JsonObject json = diff.toJson(before.name(), after.name());
            console().result(json);
        } else {
            console().out().printf(Locale.ROOT, "%s → %s%n", before.name(), after.name());
            diff.lines().forEach(console().out()::println);
        }
        console().out().flush();
        return ExitCode.PASS;
    }
}

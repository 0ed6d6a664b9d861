package dev.assay.cli;

import dev.assay.config.Workspace;
import dev.assay.gate.ExitCode;
import dev.assay.gate.Review;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import dev.assay.statement.Roles;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        header = "Show what changed between two recorded versions: files, findings, quality, drift, rights, verdict.",
        description = {
            "Both are judged by the workspace's policy as it is now. A finding is new, persisting, resolved, or waived:"
                    + " there, and set aside by a waiver in force."
        },
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
        Workspace workspace = global.workspace(console());
        VersionDiff diff;
        StoredVersion before;
        StoredVersion after;
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(workspace))) {
            before = DatasetName.read(first, console()).find(ledger);
            after = DatasetName.read(second, console()).find(ledger);
            Roles roles = ledger.roles();
            Clock clock = Clock.systemUTC();
            diff = VersionDiff.between(
                    before,
                    after,
                    Review.of(before, roles, workspace.policy(), clock),
                    Review.of(after, roles, workspace.policy(), clock));
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

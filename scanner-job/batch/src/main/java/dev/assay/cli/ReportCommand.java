package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.gate.ExitCode;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.StoredVersion;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        header = "Write the report of a recorded version as one HTML page or as PDF.",
        description = {"The verdict is that of the workspace's policy and of the waivers in force now."},
        footer = {
            "",
            "Examples:",
            "  assay report support-chats",
            "  assay report support-chats@2 -o /tmp/support.html",
            "  assay report support-chats --pdf",
            "  assay report chats/dataset.yaml"
        })
final class ReportCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Parameters(
            arity = "1",
            paramLabel = "<dataset>",
            description = "Id or card, and maybe @version; default: the latest")
    String dataset = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<file>",
            description = "Where to write; default: the workspace's report directory")
    @Nullable Path output;

    @Option(
            names = "--pdf",
            description = "As PDF, printed by the Chromium, Chrome or Edge on the PATH or in CHROME_PATH")
    boolean pdf;

    ReportCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        Workspace workspace = global.workspace(console());
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(workspace))) {
            StoredVersion version = DatasetName.read(dataset, console()).find(ledger);
            Path file = output == null
                    ? ReportFile.in(workspace.reports().directory(), version, pdf ? "pdf" : "html")
                    : console().resolve(output);
            byte[] page = ReportFile.page(ledger, version, workspace.policy());
            ReportFile.writeWhole(file, pdf ? print(page) : page);
            if (format.json) {
                JsonObject json = JsonObject.builder()
                        .put("dataset", version.datasetId())
                        .put("version", version.number())
                        .put("report", file.toString())
                        .build();
                console().result(json);
            } else {
                console().say("Wrote " + file);
            }
        }
        return ExitCode.PASS;
    }

    private byte[] print(byte[] page) {
        try {
            return ReportFile.printer(console()).print(page);
        } catch (IOException trouble) {
            throw new ConfigException("Cannot print as PDF: " + trouble.getMessage());
        }
    }
}

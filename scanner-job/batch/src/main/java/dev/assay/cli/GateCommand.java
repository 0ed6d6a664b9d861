package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.gate.ExitCode;
import dev.assay.gate.GateBasis;
import dev.assay.gate.GateResult;
import dev.assay.gate.IntendedUse;
import dev.assay.ledger.Ledger;
import dev.assay.statement.Envelope;
import dev.assay.statement.Signer;
import dev.assay.statement.Statement;
import dev.assay.statement.TrainingRunPredicate;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "gate",
        header = "May this dataset be trained on? Verifies bytes, manifest, signatures and decision.",
        description = {
            "Reads every byte of the dataset, or what --bytes says, and compares it with the signed record. Prints each"
                    + " check; exits 0 only if all hold."
        },
        footer = {
            "",
            "Examples:",
            "  assay gate chats/dataset.yaml && python train.py",
            "  assay gate chats/dataset.yaml --purpose ai-pre-training --region EU --run-id llm-7b-0412",
            "  assay gate s3://corpus/2026/ --dataset-version 3 --json",
            "  assay gate s3://corpus/2026/ --bytes trust-storage"
        })
final class GateCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Mixin
    VerifyOptions verify = new VerifyOptions();

    @Option(
            names = "--purpose",
            paramLabel = "<purpose>",
            description = "What the run is for, in the card's words, such as ai-pre-training")
    @Nullable String purpose;

    @Option(names = "--region", paramLabel = "<region>", description = "Where the run takes place")
    @Nullable String region;

    @Option(
            names = "--run-id",
            paramLabel = "<id>",
            description = "Record the run under this name, signed by this workspace's key; nothing is recorded without")
    @Nullable String runId;

    GateCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        Workspace workspace = global.workspace(console());
        String id = requiredId();
        GateResult result = verify.run(workspace, console(), new IntendedUse(purpose, region));
        GateBasis basis = result.basis();
        if (result.allowed() && id != null && basis != null) {
            record(workspace, basis, id);
        }
        if (format.json) {
            console().result(result.toJson());
        }
        VerifyOptions.print(console(), result.checks());
        console()
                .say(result.dataset() + ": "
                        + (result.allowed()
                                ? "allowed"
                                : "refused, exit code " + result.exit().code()));
        return result.exit();
    }

    private @Nullable String requiredId() {
        try {
            return runId == null ? null : TrainingRunPredicate.requireId(runId);
        } catch (IllegalArgumentException trouble) {
            throw new ConfigException("--run-id: " + trouble.getMessage());
        }
    }

    /** A run that cannot be recorded is not let through: the exception is the answer. */
    private void record(Workspace workspace, GateBasis basis, String id) {
        Signer key = new WorkspaceKeys(workspace, console()).scanner();
        TrainingRunPredicate run = new TrainingRunPredicate(
                id,
                purpose,
                region,
                basis.mode().way().label(),
                basis.files(),
                basis.bytes(),
                basis.policySha256(),
                basis.approvals(),
                basis.waivers(),
                basis.log().size(),
                basis.log().root(),
                Assay.Version.text(),
                Clock.systemUTC().instant());
        Envelope envelope = Envelope.sign(Statement.about(basis.manifest(), run), key);
        try (Ledger ledger = Ledger.openExisting(Workspaces.ledger(workspace))) {
            ledger.recordRun(basis.manifest(), envelope, key);
            if (workspace.manifests().remote() != null) {
                ledger.push();
            }
        }
        console().say("Recorded run " + id + ", statement " + envelope.toJson().sha256());
    }
}

package dev.assay.cli;

import dev.assay.gate.ExitCode;
import dev.assay.gate.GateResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "gate",
        header = "May this dataset be trained on? Verifies bytes, manifest, signatures and decision.",
        description = {
            "Reads every byte of the dataset and compares it with the signed record. Prints each check; exits 0 only if"
                    + " all hold."
        },
        footer = {
            "",
            "Examples:",
            "  assay gate chats/dataset.yaml && python train.py",
            "  assay gate s3://corpus/2026/ --dataset-version 3 --json"
        })
final class GateCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Mixin
    VerifyOptions verify = new VerifyOptions();

    GateCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        GateResult result = verify.run(global.workspace(console()), console());
        if (format.json) {
            console().out().println(result.toJson().canonical());
            console().out().flush();
        }
        VerifyOptions.print(console(), result.checks());
        console()
                .say(result.dataset() + ": "
                        + (result.allowed()
                                ? "allowed"
                                : "refused, exit code " + result.exit().code()));
        return result.exit();
    }
}

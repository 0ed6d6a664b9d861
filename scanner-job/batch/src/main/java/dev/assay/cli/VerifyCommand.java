package dev.assay.cli;

import dev.assay.gate.ExitCode;
import dev.assay.gate.GateCheck;
import dev.assay.gate.GateResult;
import dev.assay.gate.IntendedUse;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        header = "Verify the record of a dataset: signatures, chain of versions and every byte.",
        description = {"As `assay gate`, but without asking whether the policy allows anything."},
        footer = {
            "",
            "Examples:",
            "  assay verify chats/dataset.yaml",
            "  assay verify data/ --dataset-version 2 --json"
        })
final class VerifyCommand extends AssayCommand {
    /** The checks that speak of permission, not of integrity. */
    private static final Set<String> PERMISSION =
            Set.of("decision", "purpose", "retention", "approval", "canaries", "freshness");

    @Mixin
    JsonOption format = new JsonOption();

    @Mixin
    VerifyOptions verify = new VerifyOptions();

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        GateResult result = verify.run(global.workspace(console()), console(), IntendedUse.UNSAID);
        List<GateCheck> checks = result.checks().stream()
                .filter(check -> !PERMISSION.contains(check.name()))
                .toList();
        GateResult integrity = new GateResult(result.dataset(), result.manifestSha256(), checks, result.basis());
        if (format.json) {
            console().result(json(integrity));
        }
        VerifyOptions.print(console(), checks);
        return integrity.exit();
    }

    private static Json json(GateResult integrity) {
        JsonObject all = integrity.toJson();
        return JsonObject.builder()
                .put("dataset", integrity.dataset())
                .put("manifestSha256", all.get("manifestSha256"))
                .put("verified", integrity.allowed())
                .put("exitCode", integrity.exit().code())
                .put("checks", all.get("checks"))
                .build();
    }
}

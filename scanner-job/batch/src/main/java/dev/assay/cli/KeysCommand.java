package dev.assay.cli;

import dev.assay.config.Workspace;
import dev.assay.gate.ExitCode;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.statement.KeyFiles;
import dev.assay.statement.VerifyingKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "keys",
        header = "Make the key this workspace signs with, if there is none, and list the keys it trusts.",
        description = {
            "The key is ECDSA P-256 in PEM. It is encrypted if the variable named by keys.passphrase-env"
                    + " (ASSAY_KEY_PASSPHRASE) holds a passphrase. An existing key is never replaced."
        },
        footer = {
            "",
            "Examples:",
            "  assay keys",
            "  ASSAY_KEY_PASSPHRASE=… assay keys",
            "  assay keys --new ada.pem",
            "  assay keys --json"
        })
final class KeysCommand extends AssayCommand {
    @Mixin
    JsonOption format = new JsonOption();

    @Option(
            names = "--new",
            paramLabel = "<file.pem>",
            description = "Make a key for a person instead: this file, and its public half beside it in <file>.pub.pem")
    @Nullable Path fresh;

    KeysCommand(Console console) {
        super(console);
    }

    /** A trusted public key and where it lies. */
    private record Listed(String role, VerifyingKey key, Path file) {}

    @Override
    ExitCode execute() {
        Workspace workspace = global.workspace(console());
        WorkspaceKeys keys = new WorkspaceKeys(workspace, console());
        if (fresh != null) {
            keys.make(console().resolve(fresh), "a person signs with");
            return ExitCode.PASS;
        }
        keys.makeIfMissing();
        List<Listed> listed = new ArrayList<>();
        Path own = keys.publicFile();
        listed.add(new Listed("scanner", KeyFiles.readPublic(own), own));
        for (Path file : keys.trustedFiles()) {
            listed.add(new Listed("trusted", KeyFiles.readPublic(file), file));
        }
        if (format.json) {
            console().result(Json.of(listed.stream().map(KeysCommand::json).toList()));
        } else {
            listed.forEach(this::print);
        }
        console().out().flush();
        return ExitCode.PASS;
    }

    private void print(Listed listed) {
        console()
                .out()
                .printf(
                        Locale.ROOT,
                        "%-8s %s  %s  %s%n",
                        listed.role(),
                        listed.key().fingerprint(),
                        listed.key().algorithm(),
                        listed.file());
    }

    private static Json json(Listed listed) {
        return JsonObject.builder()
                .put("role", listed.role())
                .put("fingerprint", listed.key().fingerprint())
                .put("algorithm", listed.key().algorithm().toString())
                .put("file", listed.file().toString())
                .build();
    }
}

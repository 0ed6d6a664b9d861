package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.ConfigFile;
import dev.assay.gate.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        header = "Write a commented workspace: assay.yaml, dataset.yaml, policy.yaml and their JSON Schemas.",
        description = {"A file that is there already is left as it is."},
        footer = {"", "Examples:", "  assay init", "  assay init scans"})
final class InitCommand extends AssayCommand {
    private static final String SCHEMAS = "schemas";

    @Parameters(arity = "0..1", paramLabel = "<directory>", description = "Where; default: here")
    @Nullable Path directory;

    InitCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        Path target = directory == null ? console().directory() : console().resolve(directory);
        for (ConfigFile file : ConfigFile.values()) {
            write(target.resolve(file.fileName()), file.commentedText());
            write(target.resolve(SCHEMAS).resolve(file.schemaFileName()), file.schemaText());
        }
        console()
                .say(
                        "Next: say in dataset.yaml where the data lies, then `assay scan dataset.yaml`. The built-in policy judges"
                                + " until `policy: policy.yaml` stands in assay.yaml.");
        return ExitCode.PASS;
    }

    private void write(Path file, String text) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(file, List.of(text.stripTrailing()), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            console().say("Wrote " + file);
        } catch (FileAlreadyExistsException there) {
            console().say("Left " + file + " as it is");
        } catch (IOException trouble) {
            throw new ConfigException("Cannot write " + file + ": " + trouble);
        }
    }
}

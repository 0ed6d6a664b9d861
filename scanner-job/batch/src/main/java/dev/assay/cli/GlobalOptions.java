package dev.assay.cli;

import dev.assay.config.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command understands. */
final class GlobalOptions {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "<path>",
            description = "The workspace: assay.yaml, or a directory; default: the nearest assay.yaml upwards")
    @Nullable Path workspace;

    @Option(
            names = {"-v", "--verbose"},
            description = "Log more; print the stack trace of an unexpected error")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit")
    boolean help;

    Workspace workspace(Console console) {
        if (workspace == null) {
            return Workspace.find(console.directory());
        }
        Path given = console.resolve(workspace);
        return Files.isDirectory(given) ? Workspace.find(given) : Workspace.read(given);
    }
}

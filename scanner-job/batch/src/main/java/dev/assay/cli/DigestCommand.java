package dev.assay.cli;

import dev.assay.gate.ExitCode;
import dev.assay.summary.SuppressionKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import picocli.CommandLine.Command;

@Command(
        name = "digest",
        header = "Turn values into the keyed digests that a policy's suppressions list.",
        description = {
            "Reads one value a line from stdin, each as it stands in the data, and prints the keys `values` and"
                    + " `value-key` of an entry of `suppressions`. The key is this workspace's (suppression.key beside"
                    + " its signing key) and made when there is none; the values themselves are kept nowhere."
        },
        footer = {"", "Example:", "  assay digest < our-own-addresses.txt"})
final class DigestCommand extends AssayCommand {
    DigestCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode execute() {
        SuppressionKey key = new WorkspaceKeys(global.workspace(console()), console()).suppressionOrNew();
        TreeSet<String> digests = new TreeSet<>();
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(console().in(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    digests.add(key.digest(line));
                }
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException("Cannot read the values from stdin.", trouble);
        }
        PrintStream out = console().out();
        out.println("value-key: " + key.id());
        out.println("values:");
        digests.forEach(digest -> out.println("  - " + digest));
        out.flush();
        return ExitCode.PASS;
    }
}

package dev.assay.cli;

import dev.assay.config.ConfigException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where JSON Lines come from and go to. */
final class LineFiles {
    @Parameters(arity = "0..1", paramLabel = "<input.jsonl>", description = "JSON Lines to read; default: stdin")
    @Nullable Path input;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<file>",
            description = "Where to write JSON Lines; default: stdout")
    @Nullable Path output;

    /** Work on lines. */
    @FunctionalInterface
    interface Work {
        void run(JsonLineReader in, PrintStream out);
    }

    void with(Console console, Work work) {
        if (input == null) {
            withOutput(console, new JsonLineReader("stdin", console.in()), work);
            return;
        }
        try (InputStream in = Files.newInputStream(console.resolve(input))) {
            withOutput(console, new JsonLineReader(input.toString(), in), work);
        } catch (NoSuchFileException missing) {
            throw new ConfigException("There is no file " + missing.getFile() + ".");
        } catch (IOException trouble) {
            throw new UncheckedIOException("Cannot read " + input + ".", trouble);
        }
    }

    private void withOutput(Console console, JsonLineReader in, Work work) {
        if (output == null) {
            try {
                work.run(in, console.out());
            } finally {
                console.out().flush();
            }
            return;
        }
        try (PrintStream out = new PrintStream(
                new BufferedOutputStream(Files.newOutputStream(console.resolve(output))),
                false,
                StandardCharsets.UTF_8)) {
            work.run(in, out);
            if (out.checkError()) {
                throw new ConfigException("Cannot write " + output + ": is the disk full?");
            }
        } catch (IOException trouble) {
            throw new ConfigException("Cannot write " + output + ": " + trouble.getMessage());
        }
    }
}

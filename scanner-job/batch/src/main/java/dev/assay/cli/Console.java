package dev.assay.cli;

import dev.assay.json.Json;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command reads and writes. Results for machines go to {@code out}, everything for people to {@code err}.
 *
 * @param directory what relative paths are relative to
 * @param environment variables of the process
 * @param terminal whether a person watches {@code err}
 */
record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path directory,
        Map<String, String> environment,
        boolean terminal) {
    Console {
        environment = Map.copyOf(environment);
    }

    /** The process's own streams, UTF-8 whatever the locale. */
    static Console system() {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        // The launcher knows whether stderr is a terminal; System.console() speaks of stdin and stdout.
        boolean terminal = "1".equals(environment.get("ASSAY_STDERR_TTY"));
        return new Console(
                new FileInputStream(FileDescriptor.in), out, err, Path.of("").toAbsolutePath(), environment, terminal);
    }

    /** A path as the user gave it, made absolute. */
    Path resolve(Path given) {
        return directory.resolve(given).normalize();
    }

    /** Gives a machine a line of JSON, at once. */
    void result(Json json) {
        out.println(json.canonical());
        out.flush();
    }

    /** Tells the person something. */
    void say(String text) {
        err.println(text);
    }
}

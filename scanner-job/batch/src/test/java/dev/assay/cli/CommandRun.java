package dev.assay.cli;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What one call of the command line answered. */
record CommandRun(int code, String out, String err) {
    /** Calls it as the launcher does, in this process. */
    static CommandRun in(Path directory, String... args) {
        return in(directory, Map.of(), args);
    }

    /** The same, with variables of the environment. */
    static CommandRun in(Path directory, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                directory,
                environment,
                false);
        int code = Assay.run(console, args);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The lines of {@code --json}. */
    List<JsonObject> lines() {
        return out.lines().map(line -> Json.parse(line).asObject()).toList();
    }

    /** Everything that was said. */
    String said() {
        return out + err;
    }
}

package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON Lines, one object a line, as it comes. Empty lines are passed over. */
final class JsonLineReader {
    private final String source;
    private final BufferedInputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    /**
     * A reader of a stream, which stays open.
     *
     * @param source how messages name the stream
     */
    JsonLineReader(String source, InputStream in) {
        this.source = source;
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * The next object; empty at the end.
     *
     * @throws ConfigException if a line is not one JSON object; names the line, never its content
     */
    Optional<JsonObject> next() {
        while (fill()) {
            byte[] bytes = line.toByteArray();
            if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
                return Optional.of(parse(bytes));
            }
        }
        return Optional.empty();
    }

    private JsonObject parse(byte[] bytes) {
        try {
            return Json.parse(bytes).asObject();
        } catch (JsonException trouble) {
            throw wrong(trouble.getMessage());
        }
    }

    /** The line last read is not what it should be. */
    ConfigException wrong(@Nullable String why) {
        return new ConfigException(source + ", line " + number + ": " + why);
    }

    /** Whether the next line may make the caller wait. */
    boolean mayWait() {
        try {
            return in.available() == 0;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private boolean fill() {
        line.reset();
        try {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            number++;
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = in.read();
            }
            return true;
        } catch (IOException trouble) {
            throw new UncheckedIOException("Cannot read " + source + ".", trouble);
        }
    }
}

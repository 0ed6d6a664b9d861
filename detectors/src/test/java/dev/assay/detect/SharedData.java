package dev.assay.detect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Real data that lies beside the repository, not in it. */
public final class SharedData {
    /** The peers' scores are fractions, which our JSON does not have; no test asks for them. */
    private static final Pattern SCORES = Pattern.compile("\"scores\": \\[\\[.*?\\]\\], ");

    private SharedData() {}

    /** The lines of a gzip-compressed JSON Lines file under {@code ../shared}; the test is skipped where there is none. */
    public static List<JsonObject> lines(String file) throws IOException {
        Path path = path(file);
        assumeTrue(Files.isRegularFile(path), () -> "Skipped: there is no " + path + " beside this repository.");
        List<JsonObject> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(Json.parse(SCORES.matcher(line).replaceAll("")).asObject());
            }
        }
        return lines;
    }

    /** A file or folder under {@code ../shared}, seen from the repository's root; it may not exist. */
    public static Path path(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.isDirectory(at.resolve(".mvn"))) {
            at = at.getParent();
        }
        return at.resolveSibling("shared").resolve(name);
    }
}

package dev.assay.statement;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Test vectors of others, beside the repository; tests that need them are skipped where they are not. */
public final class SharedVectors {
    private SharedVectors() {}

    public static Path find(String path) {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve(".mvn"))) {
            directory = directory.getParent();
        }
        Path vectors = directory == null ? Path.of(path) : directory.resolveSibling("shared/data/vectors/" + path);
        Assumptions.assumeTrue(Files.exists(vectors), "No test vectors at ../shared/data/vectors/" + path);
        return vectors;
    }
}

package dev.assay.json;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Test vectors of other projects, which lie beside the repository in some places and are missing in others. */
final class SharedVectors {
    private SharedVectors() {}

    /** The directory {@code shared/data/vectors/<name>}; the test is skipped where there is none. */
    static Path directory(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn")) && root.getParent() != null) {
            root = root.getParent();
        }
        Path found = root.resolveSibling("shared").resolve("data/vectors").resolve(name);
        assumeTrue(Files.isDirectory(found), () -> "no vectors at " + found);
        return found;
    }

    static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}

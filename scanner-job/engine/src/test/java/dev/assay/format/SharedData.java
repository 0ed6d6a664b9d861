package dev.assay.format;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the real data that lies beside the repository on some machines. */
public final class SharedData {
    private SharedData() {}

    /** A folder of the shared data; the test is skipped where there is none. */
    public static Path folder(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve(".mvn"))) {
            at = at.getParent();
        }
        Path folder = at == null
                ? Path.of(name)
                : at.resolveSibling("shared").resolve("data").resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no shared data at ../shared/data/" + name + ": skipped");
        return folder;
    }
}

package dev.assay.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checked-in example is what its generator writes. {@code -Dexample.update} writes it anew. */
class SupportExampleTest {
    private static final Path CHECKED_IN =
            Path.of("../../examples/support/data").toAbsolutePath().normalize();

    @Test
    void checkedInDataIsWhatTheGeneratorWrites(@TempDir Path temporary) throws IOException {
        if (System.getProperty("example.update") != null) {
            SupportExample.write(CHECKED_IN);
        }
        SupportExample.write(temporary);

        assertThat(files(CHECKED_IN)).isEqualTo(files(temporary)).isNotEmpty();
        for (Path file : files(temporary)) {
            assertThat(CHECKED_IN.resolve(file.toString()))
                    .as("%s; run with -Dexample.update and look at the difference", file)
                    .hasSameBinaryContentAs(temporary.resolve(file));
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }
}

package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM throws is told like any failure, and is never taken for a policy's no, which is 1. */
class FailuresTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int detectFrom(Error thrown) {
        InputStream in = new InputStream() {
            @Override
            public int read() {
                throw thrown;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                throw thrown;
            }
        };
        Console console = new Console(
                in,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                directory,
                Map.of(),
                false);
        return Assay.run(console, "detect");
    }

    @Test
    void tooLittleMemoryIsTheUsersToMend() {
        assertThat(detectFrom(new OutOfMemoryError("Java heap space"))).isEqualTo(5);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Out of memory", "-Xmx", "scan.workers");
    }

    @Test
    void anyOtherErrorIsABug() {
        assertThat(detectFrom(new AssertionError("a law is broken"))).isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("This is a bug in assay");
    }
}

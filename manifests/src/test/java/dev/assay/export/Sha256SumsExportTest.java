package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256SumsExportTest extends ExportContract {
    @TempDir
    Path directory;

    @Override
    Export export() {
        return new Sha256SumsExport();
    }

    @Override
    void check(List<byte[]> files, ExportInput input) {
        List<String> lines =
                new String(files.get(0), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSameSizeAs(input.files()).allMatch(line -> line.matches("(\\\\?[0-9a-f]{64} {2}|# ).+"));
    }

    @Test
    void sha256sumChecksTheFiles() throws Exception {
        assertThat(checkWithCoreutils(ExportExamples.FILES)).isZero();
    }

    @Test
    void sha256sumNoticesAChangedFile() throws Exception {
        assertThat(checkWithCoreutils(Map.of("letters/a.jsonl", "elm\n"))).isPositive();
    }

    private int checkWithCoreutils(Map<String, String> changed) throws Exception {
        for (Map.Entry<String, String> file : ExportExamples.FILES.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, changed.getOrDefault(file.getKey(), file.getValue()));
        }
        Files.write(
                directory.resolve("sums"),
                export().write(ExportExamples.rich(Profile.INTERNAL)).get(0));
        try {
            return new ProcessBuilder("sha256sum", "--strict", "-c", "sums")
                    .directory(directory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            assumeTrue(false, "sha256sum is not on the PATH; the sums were not checked with it.");
            throw absent;
        }
    }
}

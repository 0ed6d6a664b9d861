package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The record of the example, byte for byte. {@code -Dgolden.update} rewrites it; a person reads the difference. */
class GoldenRecordTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/record");

    @Test
    void isWrittenByteForByteAsBefore() throws IOException {
        Map<String, byte[]> written = Map.of(
                Manifest.NAME, Manifest.first(ExampleRecords.facts()).fileBytes(),
                FileListing.NAME, ExampleRecords.files().fileBytes(),
                FindingSamples.NAME, ExampleRecords.samples().fileBytes());
        for (Map.Entry<String, byte[]> file : written.entrySet()) {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(GOLDEN);
                Files.write(GOLDEN.resolve(file.getKey()), file.getValue());
            }
            try (InputStream golden = Files.newInputStream(GOLDEN.resolve(file.getKey()))) {
                assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
                        .as(file.getKey())
                        .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(Manifest.parse(Files.readAllBytes(GOLDEN.resolve(Manifest.NAME))))
                .isEqualTo(Manifest.first(ExampleRecords.facts()));
    }
}

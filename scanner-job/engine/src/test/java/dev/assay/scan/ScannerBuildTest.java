package dev.assay.scan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import de.siegmar.fastcsv.reader.CsvReader;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.parquet.column.ParquetProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;
import tools.jackson.core.JsonParser;

/** The libraries that decide what is read and found are named, with their versions, among the files the digest covers. */
class ScannerBuildTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                CsvReader.class,
                JsonParser.class,
                ParquetProperties.class,
                Snappy.class,
                Zstd.class,
                Lz4Decompressor.class
            })
    void coversLibraries(Class<?> member) throws IOException, URISyntaxException {
        String jar = requireNonNull(Path.of(member.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .getFileName())
                .toString();
        String nameAndVersion = jar.substring(0, jar.length() - ".jar".length()).replaceFirst("-(?=\\d)", ":jar:");

        assertThat(libraries()).contains(nameAndVersion + ":");
    }

    private static String libraries() throws IOException {
        try (InputStream list =
                requireNonNull(ScannerBuild.class.getResourceAsStream("/META-INF/assay/libraries.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.assay.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoragesTest {
    @TempDir
    private Path directory;

    @Test
    void servesTheLocalDisk() throws IOException {
        Files.writeString(directory.resolve("a"), "text");
        try (Storages storages = new Storages(StorageSettings.DEFAULTS)) {
            Listing listing = storages.list(new Location(directory.toString()), FileFilter.ALL);
            try (RangeReader reader = storages.open(listing.files().get(0))) {
                assertThat(reader.length()).isEqualTo(4);
            }
        }
    }

    @Test
    void namesTheSchemesItKnows() {
        try (Storages storages = new Storages(StorageSettings.DEFAULTS)) {
            assertThatThrownBy(() -> storages.list(new Location("FTP://host/a"), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("`FTP://host/a` has the scheme `ftp`, which no storage serves. Known are abfs, abfss,"
                            + " file, gs, hdfs, o3fs, ofs, oss, s3, s3a, swebhdfs, viewfs, wasb, wasbs, webhdfs; a scheme"
                            + " of a Hadoop file system can be added to `storage.hadoop.schemes`.");
        }
    }

    @Test
    void servesNothingOnceClosed() {
        Storages storages = new Storages(StorageSettings.DEFAULTS);
        storages.close();
        assertThatThrownBy(() -> storages.list(new Location("pom.xml"), FileFilter.ALL))
                .isInstanceOf(IllegalStateException.class);
    }
}

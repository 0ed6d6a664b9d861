package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.RuleSet;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.S3ProxyServer;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import dev.assay.summary.Suppressions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real S3 server tells the versions of its objects well enough that unchanged ones are planned without a request for them. */
class LayoutCacheOnS3IT {
    private static final String BUCKET = "lake";

    @TempDir
    Path directory;

    @Test
    void onlyTheObjectThatChangedIsOpenedToBePlanned() throws IOException, InterruptedException {
        try (S3ProxyServer server = S3ProxyServer.inMemory(Path.of("target", "layouts-on-s3-it"))) {
            server.createBucket(BUCKET);
            S3ProxyServer.putKeysInSystemProperties();
            try (OpenedFiles storage =
                    new OpenedFiles(new Storages(StorageSettings.DEFAULTS.withS3(server.settings())))) {
                put(server, "a.jsonl", "{\"n\": 1}\n");
                put(server, "b.csv", "id,word\n1,oak\n");
                ScanPlan first = plan(storage);
                assertThat(storage.paths()).containsExactlyInAnyOrder("a.jsonl", "b.csv");

                storage.paths().clear();
                assertThat(plan(storage).digest()).isEqualTo(first.digest());
                assertThat(storage.paths()).isEmpty();

                put(server, "b.csv", "id,word\n2,elm\n");
                plan(storage);
                assertThat(storage.paths()).containsExactly("b.csv");
            } finally {
                S3ProxyServer.clearSystemProperties();
            }
        }
    }

    private static void put(S3ProxyServer server, String path, String text) {
        server.put(BUCKET, "data/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    private ScanPlan plan(OpenedFiles storage) {
        ScanEngine engine = new ScanEngine(
                storage,
                RuleSet.shipped(),
                new ScanLimits(3, 1 << 20, 1 << 20),
                Suppressions.NONE,
                Optional.of(new SectionCache(directory)));
        return engine.plan(new Location("s3://" + BUCKET + "/data/"), FileFilter.ALL, Optional.empty(), 2);
    }
}

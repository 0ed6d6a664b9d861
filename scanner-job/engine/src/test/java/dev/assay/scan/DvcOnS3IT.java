package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.ConfigException;
import dev.assay.config.DatasetCard;
import dev.assay.detect.RuleSet;
import dev.assay.manifest.ListedFiles;
import dev.assay.manifest.Provenance;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.S3ProxyServer;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets on a real S3 server whose files DVC lists: beside them, in a repository of the local disk, in its remote. */
class DvcOnS3IT {
    private static final String BUCKET = "lake";
    private static final String ROWS = "id,word\n1,oak\n";
    private static final String MORE = "id,word\n2,elm\n";
    private static final String LIST = "[{\"md5\": \"" + md5(ROWS) + "\", \"relpath\": \"a.csv\"}, {\"md5\": \""
            + md5(MORE) + "\", \"relpath\": \"deep/b.csv\"}]";
    private static final String DIRECTORY = "outs:\n- md5: " + md5(LIST) + ".dir\n  path: data\n";
    private static final String KEPT =
            "files/md5/" + md5(LIST).substring(0, 2) + "/" + md5(LIST).substring(2) + ".dir";

    private static S3ProxyServer server;
    private static int tests;

    @TempDir
    Path directory;

    private Storages storage = new Storages(StorageSettings.DEFAULTS);
    private String prefix = "";

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        server = S3ProxyServer.inMemory(Path.of("target", "dvc-on-s3-it"));
        server.createBucket(BUCKET);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        S3ProxyServer.putKeysInSystemProperties();
        storage = new Storages(StorageSettings.DEFAULTS.withS3(server.settings()));
        prefix = "test-" + tests++ + "/";
        put("repo/data/a.csv", ROWS);
        put("repo/data/deep/b.csv", MORE);
    }

    @AfterEach
    void close() {
        storage.close();
        S3ProxyServer.clearSystemProperties();
    }

    @Test
    void aFileOfDvcBesideTheDataIsReadFromS3() throws IOException {
        put("repo/data/a.csv.dvc", "outs:\n- md5: " + md5(ROWS) + "\n  path: a.csv\n");
        put("repo/data/deep/b.csv.dvc", "outs:\n- md5: " + md5(ROWS) + "\n  path: b.csv\n");

        assertThat(says(scan(s3("repo/data/a.csv.dvc"), s3("repo/data/deep/b.csv.dvc"))))
                .isEqualTo("2 files, 1 by MD5, 0 missing, 1 differing, 0 in no list");
    }

    @Test
    void aDirectoryIsFollowedToTheRemoteOfARepositoryThatLiesOnS3() throws IOException {
        put("repo/data.dvc", DIRECTORY);
        assertThatThrownBy(() -> scan(s3("repo/data.dvc")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("is in no cache of DVC above it");

        put("repo/.dvc/config", "[core]\n    remote = store\n['remote \"store\"']\n    url = ../../store\n");
        assertThatThrownBy(() -> scan(s3("repo/data.dvc")))
                .hasMessageContaining("Looked in: " + s3("repo/.dvc/cache") + ", " + s3("store"));

        put("store/" + KEPT, LIST);
        put("repo/data/new.csv", ROWS);
        assertThat(says(scan(s3("repo/data.dvc"))))
                .isEqualTo("3 files, 2 by MD5, 0 missing, 0 differing, 1 in no list");
    }

    @Test
    void aRepositoryOfTheLocalDiskListsDataOnS3() throws IOException {
        Files.createDirectories(directory.resolve(".dvc"));
        Files.writeString(
                directory.resolve(".dvc/config"),
                "[core]\nremote = far\n['remote \"far\"']\nurl = " + s3("store") + "\n");
        Files.writeString(directory.resolve("data.dvc"), DIRECTORY);
        put("store/" + KEPT, LIST);
        server.client().deleteObject(request -> request.bucket(BUCKET).key(prefix + "repo/data/deep/b.csv"));

        assertThat(says(scan("data.dvc, base: '" + s3("repo") + "'")))
                .isEqualTo("1 files, 1 by MD5, 1 missing, 0 differing, 0 in no list");
    }

    @Test
    void aRemoteThatKeepsVersionsListsTheFilesItself() throws IOException {
        put(
                "repo/data.dvc",
                "outs:\n- path: data\n  hash: md5\n  files:\n  - relpath: a.csv\n    md5: " + md5(ROWS) + "\n    size: "
                        + ROWS.length() + "\n    cloud:\n      store:\n        etag: " + md5(ROWS)
                        + "\n        version_id: v1\n  - relpath: deep/b.csv\n    md5: " + md5(MORE) + "\n");

        assertThat(says(scan(s3("repo/data.dvc"))))
                .isEqualTo("2 files, 2 by MD5, 0 missing, 0 differing, 0 in no list");
    }

    private ListedFiles scan(String... lists) throws IOException {
        Path file = Files.writeString(
                directory.resolve("dataset.yaml"),
                "id: sample\nlocation: " + s3("repo/data") + "\nlistings: [{location: "
                        + String.join("}, {location: ", lists) + "}]\n");
        DatasetCard card = DatasetCard.read(file);
        ScanEngine engine = new ScanEngine(storage, RuleSet.shipped(), new ScanLimits(3, 1 << 20, 1 << 20));
        ScanPlan plan = engine.plan(
                new Location(card.location()), FileFilter.ALL, Optional.empty(), card.declaredListings(), 1);
        ScanSummary all = new ScanSummary();
        plan.splits().forEach(split -> all.merge(engine.scan(split)));
        return engine.conclude(SampleIdentity.of("sample"), Provenance.of(card), plan, all)
                .facts()
                .provenance()
                .origins()
                .listing()
                .orElseThrow();
    }

    private static String says(ListedFiles listed) {
        long byMd5 =
                listed.lists().stream().mapToLong(list -> list.matching().md5()).sum();
        long files = byMd5 + listed.differing() + listed.unlisted();
        return files + " files, " + byMd5 + " by MD5, " + listed.missing() + " missing, " + listed.differing()
                + " differing, " + listed.unlisted() + " in no list";
    }

    private String s3(String path) {
        return "s3://" + BUCKET + "/" + prefix + path;
    }

    private void put(String path, String text) {
        server.put(BUCKET, prefix + path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String text) {
        return FileMd5.md5(text.getBytes(StandardCharsets.UTF_8));
    }
}

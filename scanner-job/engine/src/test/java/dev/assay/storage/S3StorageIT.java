package dev.assay.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.json.Sha256;
import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

class S3StorageIT extends StorageContract {
    private static final String BUCKET = "corpus";
    private static S3ProxyServer server;
    private static int tests;
    private Storage storage;
    private String prefix;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3ProxyServer.inMemory(Path.of("target", "s3-storage-it"));
        server.createBucket(BUCKET);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void openStorage() {
        S3ProxyServer.putKeysInSystemProperties();
        storage = new S3Storage(server.settings().withReadAhead(1 << 20, 300_000));
        prefix = "test-" + tests++;
    }

    @AfterEach
    void closeStorage() throws InterruptedException {
        storage.close();
        S3ProxyServer.clearSystemProperties();
        List.of("aws.disableEc2Metadata", "aws.configFile", "aws.sharedCredentialsFile")
                .forEach(System::clearProperty);
        assertReadAheadHasEnded();
    }

    @Override
    Storage storage() {
        return storage;
    }

    @Override
    Location root() {
        return new Location("s3://" + BUCKET + "/" + prefix);
    }

    @Override
    void write(String path, byte[] bytes) {
        server.put(BUCKET, prefix + "/" + path, bytes);
    }

    @Override
    void remove(String path) {
        server.client().deleteObject(request -> request.bucket(BUCKET).key(prefix + "/" + path));
    }

    @Test
    void turnsEveryPageOfALongListing() {
        List<String> expected =
                IntStream.range(0, 2100).mapToObj(i -> "f" + (10_000 + i)).toList();
        expected.forEach(path -> write(path, new byte[0]));
        assertThat(paths(storage.list(root(), FileFilter.ALL))).isEqualTo(expected);
    }

    @Test
    void takesNothingForADirectory() {
        write("", new byte[0]);
        write("a/", new byte[0]);
        write("a/f", bytes("text"));
        Listing listing = storage.list(root(), FileFilter.ALL);
        assertThat(paths(listing)).containsExactly("a/f");
        assertThat(listing.leftOut()).isEmpty();
    }

    @Test
    void listsWhatTheLocalDiskLists() throws Exception {
        Path served = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "s3-files");
        try (S3ProxyServer files = S3ProxyServer.ofFiles(served);
                Storage s3 = new S3Storage(files.settings());
                Storage local = new LocalStorage(LinkPolicy.INSIDE)) {
            files.createBucket("shared");
            for (String path : List.of("data/b c/1.csv", "data/a.csv", "data/z/_SUCCESS", "data/\u00e9.csv")) {
                files.put("shared", path, bytes(path));
            }
            Listing remote = s3.list(new Location("s3://shared/data"), FileFilter.WITHOUT_MARKERS);
            Listing disk = local.list(new Location(served + "/buckets/shared/data"), FileFilter.WITHOUT_MARKERS);
            assertThat(paths(remote)).isEqualTo(paths(disk)).hasSize(3);
            assertThat(remote.leftOut()).isEqualTo(disk.leftOut()).hasSize(1);
            Files.writeString(served.resolve("buckets/shared/data/strange.csv"), "not written through the store");
            assertThatThrownBy(() -> s3.list(new Location("s3://shared/data"), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("The store gives no ETag for s3://shared/data/strange.csv, so a change during the scan"
                            + " could not be noticed. Write the object through the store.");
            Files.delete(served.resolve("buckets/shared/data/strange.csv"));
            for (StoredFile file : remote.files()) {
                try (RangeReader reader = s3.open(file)) {
                    FileDigest digest = FileDigest.of(reader, List.of());
                    assertThat(digest.sha256()).isEqualTo(sha256(bytes("data/" + file.path())));
                }
            }
        }
    }

    @Test
    void keepsToTheVersionItListed() {
        String bucket = "versions";
        server.createBucket(bucket);
        server.client()
                .putBucketVersioning(request ->
                        request.bucket(bucket).versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
        server.put(bucket, "a", bytes("first"));
        server.put(bucket, "b", bytes("first b"));
        List<StoredFile> files =
                storage.list(new Location("s3://" + bucket), FileFilter.ALL).files();
        assertThat(files)
                .allSatisfy(file -> assertThat(S3Object.of(file).version()).isNotNull());
        server.put(bucket, "a", bytes("other"));
        server.put(bucket, "b", bytes("other b"));
        assertThat(readAll(files.get(0))).isEqualTo(bytes("first"));
        assertThat(readAll(files.get(1))).isEqualTo(bytes("first b"));
    }

    /** What this server does not know, tags and locks among it, is in {@link S3InquiryTest}. */
    @Test
    void saysWhatItKnowsBesidesTheBytes() {
        String bucket = "described";
        server.createBucket(bucket);
        server.keepVersions(bucket);
        server.client()
                .putObject(
                        request -> request.bucket(bucket).key("a").metadata(Map.of("origin", "Ada Wren")),
                        RequestBody.fromString("a"));
        server.put(bucket, "b", bytes("b"));

        StorageFacts facts = storage.facts(
                storage.list(new Location("s3://" + bucket), FileFilter.ALL).files());

        assertThat(facts.objects()).isEqualTo(2);
        assertThat(facts.said(StorageFact.VERSIONING)).isEqualTo(Map.of("enabled", 1L));
        assertThat(facts.said(StorageFact.VERSIONS)).isEqualTo(Map.of("kept", 2L));
        assertThat(facts.said(StorageFact.METADATA)).isEqualTo(Map.of("origin", 1L));
        assertThat(facts.said(StorageFact.STORAGE_CLASS)).isEqualTo(Map.of("STANDARD", 2L));
        assertThat(facts.unreadable().keySet()).contains(StorageFact.TAGS, StorageFact.REGION);
        assertThat(facts.toJson().canonical()).doesNotContain("Ada");
    }

    @Test
    void saysThatTheSecretIsWrong() {
        System.setProperty("aws.secretAccessKey", "wrong");
        try (Storage other = new S3Storage(server.settings())) {
            assertThatThrownBy(() -> other.list(root(), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("Cannot read s3://corpus/" + prefix + "/ at " + server.endpoint()
                            + ": status 403 SignatureDoesNotMatch. The secret key does not belong to the access key;"
                            + " check AWS_SECRET_ACCESS_KEY or the profile.");
        }
    }

    @Test
    void saysThatTheKeyIsUnknown() {
        System.setProperty("aws.accessKeyId", "nobody");
        try (Storage other = new S3Storage(server.settings())) {
            assertThatThrownBy(() -> other.list(at("/"), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("status 403")
                    .hasMessageContaining("AWS_ACCESS_KEY_ID");
        }
    }

    @Test
    void saysThatThereAreNoCredentials() {
        S3ProxyServer.clearSystemProperties();
        hideTheEnvironment("AWS_ACCESS_KEY_ID");
        try (Storage other = new S3Storage(server.settings())) {
            assertThatThrownBy(() -> other.list(at("/"), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessageEndingWith(
                            "no credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
                                    + " AWS_PROFILE or `storage.s3.profile`, or run where a role gives them.");
        }
    }

    @Test
    void saysThatNoRegionIsSet() {
        hideTheEnvironment("AWS_REGION");
        assertThatThrownBy(() -> new S3Storage(S3Settings.DEFAULTS))
                .isInstanceOf(StorageException.class)
                .hasMessageEndingWith("no region is set. Set `storage.s3.region` or AWS_REGION.");
    }

    @Test
    void saysThatTheBucketIsNotThere() {
        assertThatThrownBy(() -> storage.list(new Location("s3://nowhere/x/"), FileFilter.ALL))
                .isInstanceOf(StorageException.class)
                .hasMessage("Cannot read s3://nowhere/x/ at " + server.endpoint()
                        + ": status 404 NoSuchBucket. There is no such bucket; check its name and"
                        + " `storage.s3.endpoint`.");
    }

    @Test
    void saysThatNothingAnswers() {
        try (Storage other = new S3Storage(S3Settings.DEFAULTS.withEndpoint(URI.create("http://127.0.0.1:1")))) {
            assertThatThrownBy(() -> other.list(at("/"), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessageEndingWith("nothing answers there. Check `storage.s3.endpoint` and the network.");
        }
    }

    @Test
    void saysThatTheHostIsUnknown() {
        try (Storage other = new S3Storage(S3Settings.DEFAULTS.withEndpoint(URI.create("http://store.invalid")))) {
            assertThatThrownBy(() -> other.list(at("/"), FileFilter.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("is not known. Check `storage.s3.endpoint`");
        }
    }

    @Test
    void refusesALocationWithoutABucket() {
        assertThatThrownBy(() -> storage.list(new Location("s3:///x"), FileFilter.ALL))
                .hasMessage("s3:///x names no bucket. Write s3://bucket/prefix/.");
    }

    @Test
    void readsTheSameWithAndWithoutFetchingAhead() throws Exception {
        write("f", randomBytes(5_000_000));
        StoredFile file = only();
        SectionDigest ahead = digest(storage, file);
        try (Storage other = new S3Storage(server.settings().withReadAhead(0, 1))) {
            assertThat(digest(other, file)).isEqualTo(ahead);
        }
    }

    @Test
    void endsItsThreadsWhenClosedInTheMiddle() throws InterruptedException {
        write("f", randomBytes(5_000_000));
        RangeReader reader = storage.open(only());
        reader.expect(0, 5_000_000);
        reader.read(0, new byte[10], 0, 10);
        assertThat(readAheadThreads()).isNotEmpty();
        storage.close();
        assertReadAheadHasEnded();
        reader.close();
    }

    private static SectionDigest digest(Storage storage, StoredFile file) throws Exception {
        try (SectionReader reader = new SectionReader(storage.open(file), 0, file.length())) {
            reader.read(4_900_000, new byte[100_000], 0, 100_000);
            reader.read(3_000_000, new byte[2_000], 0, 2_000);
            assertThat(reader.stream().readAllBytes()).isEqualTo(randomBytes(5_000_000));
            return reader.finish();
        }
    }

    /** Whoever runs the tests may have an AWS account. */
    private static void hideTheEnvironment(String variable) {
        assumeTrue(System.getenv(variable) == null, variable + " is set and cannot be hidden from the test");
        System.setProperty("aws.disableEc2Metadata", "true");
        System.setProperty("aws.configFile", "target/none");
        System.setProperty("aws.sharedCredentialsFile", "target/none");
    }

    private static String sha256(byte[] bytes) {
        MessageDigest digest = Sha256.start();
        digest.update(bytes);
        return Sha256.finish(digest);
    }

    private static void assertReadAheadHasEnded() throws InterruptedException {
        for (Thread thread : readAheadThreads()) {
            // Its pool has ended; the thread itself may need a moment longer.
            thread.join(10_000);
            assertThat(thread.isAlive()).describedAs(thread.getName()).isFalse();
        }
    }

    private static List<Thread> readAheadThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("s3-read-ahead"))
                .toList();
    }
}

package dev.assay.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The SDK's own client against a server that gives S3's answers as its API reference shows them (2006-03-01), for what the S3
 * server of the other tests does not know: tags, locks, encryption, regions.
 */
class S3InquiryTest {
    private static final String BUCKET = "/corpus";

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private record Answer(int status, String body, Map<String, String> headers) {}

    S3InquiryTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        S3ProxyServer.putKeysInSystemProperties();
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        S3ProxyServer.clearSystemProperties();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            String what = query == null ? "" : "?" + query.replaceFirst("=?(&.*)?$", "");
            String question =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + what;
            asked.add(question);
            Answer answer = answers.getOrDefault(question, error(403, "AccessDenied"));
            answer.headers.forEach(
                    (name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body.getBytes(UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Answer error(int status, String code) {
        return new Answer(
                status,
                "<Error><Code>" + code + "</Code><Message>no</Message></Error>",
                Map.of("x-amz-request-id", "1"));
    }

    private static Answer xml(String body) {
        return new Answer(200, body, Map.of("Content-Type", "application/xml"));
    }

    private void head(String key, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("ETag", "\"" + key + "\"");
        answers.put("HEAD " + BUCKET + "/" + key, new Answer(200, "", all));
    }

    private void tags(String key, String... pairs) {
        StringBuilder set = new StringBuilder("<Tagging><TagSet>");
        for (int i = 0; i < pairs.length; i += 2) {
            set.append("<Tag><Key>")
                    .append(pairs[i])
                    .append("</Key><Value>")
                    .append(pairs[i + 1])
                    .append("</Value></Tag>");
        }
        answers.put("GET " + BUCKET + "/" + key + "?tagging", xml(set + "</TagSet></Tagging>"));
    }

    private StorageFacts ask(String... keys) {
        return storage(S3Scope.OBJECTS, storage -> storage.facts(files(keys)));
    }

    private static List<StoredFile> files(String... keys) {
        List<StoredFile> files = new ArrayList<>();
        for (String key : keys) {
            files.add(
                    new StoredFile(key, new Location("s3:/" + BUCKET + "/" + key), 1, "version= etag=\"" + key + "\""));
        }
        return files;
    }

    private <T> T storage(S3Scope scope, Function<Storage, T> use) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (Storage storage =
                new S3Storage(S3Settings.DEFAULTS.withEndpoint(endpoint).withScope(scope))) {
            return use.apply(storage);
        }
    }

    private void bucketTellsAll() {
        answers.put("HEAD " + BUCKET, new Answer(200, "", Map.of("x-amz-bucket-region", "eu-central-1")));
        answers.put(
                "GET " + BUCKET + "?versioning",
                xml("<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"));
        answers.put(
                "GET " + BUCKET + "?encryption",
                xml("<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                        + "<SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>"
                        + "</ServerSideEncryptionConfiguration>"));
        answers.put(
                "GET " + BUCKET + "?tagging",
                xml("<Tagging><TagSet><Tag><Key>owner</Key><Value>Ada Wren</Value></Tag></TagSet></Tagging>"));
        answers.put(
                "GET " + BUCKET + "?object-lock",
                xml(
                        "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>"));
    }

    @Test
    void countsWhatBucketAndObjectsSay() {
        bucketTellsAll();
        head(
                "a",
                Map.of(
                        "x-amz-version-id", "v1",
                        "x-amz-server-side-encryption", "aws:kms",
                        "x-amz-storage-class", "GLACIER_IR",
                        "x-amz-object-lock-mode", "COMPLIANCE",
                        "x-amz-object-lock-retain-until-date", "2031-05-06T07:08:09Z",
                        "x-amz-meta-Origin", "mailbox of ada.wren@finchpost.net",
                        "x-amz-meta-license", "CC BY 4.0"));
        head(
                "b",
                Map.of(
                        "x-amz-version-id", "null",
                        "x-amz-server-side-encryption", "AES256",
                        "x-amz-object-lock-legal-hold", "ON"));
        head("c", Map.of("x-amz-version-id", "v3"));
        answers.put(
                "GET " + BUCKET + "/c?retention",
                xml(
                        "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>2030-01-02T03:04:05Z</RetainUntilDate></Retention>"));
        tags("a", "sensitivity", "high", "ada.wren@finchpost.net", "x");
        tags("b");
        tags("c", "Licence", "mit", "sensitivity", "low");

        StorageFacts facts = ask("a", "b", "c");

        assertThat(facts.unreadable()).isEmpty();
        assertThat(facts.toJson().canonical())
                .isEqualTo("{\"lockedUntil\":\"2030-01-02\",\"objects\":3,\"told\":{"
                        + "\"bucket-tags\":{\"owner\":1},\"default-encryption\":{\"aws:kms\":1},"
                        + "\"encryption\":{\"AES256\":1,\"aws:kms\":1,\"none\":1},"
                        + "\"licences\":{\"CC-BY-4.0\":1,\"MIT\":1},"
                        + "\"locks\":{\"compliance\":1,\"governance\":1,\"legal-hold\":1},"
                        + "\"metadata\":{\"license\":1,\"origin\":1},\"object-lock\":{\"enabled\":1},"
                        + "\"region\":{\"eu-central-1\":1},"
                        + "\"storage-class\":{\"GLACIER_IR\":1,\"STANDARD\":2},"
                        + "\"tags\":{\"Licence\":1,\"other\":1,\"sensitivity\":2},"
                        + "\"versioning\":{\"enabled\":1},\"versions\":{\"kept\":2,\"overwritten\":1}},"
                        + "\"unreadable\":{}}");
        assertThat(StorageFacts.fromJson(facts.toJson())).isEqualTo(facts);
    }

    @Test
    void whatIsRefusedIsNotReadableAndAskedOnce() {
        answers.put("HEAD " + BUCKET, new Answer(403, "", Map.of("x-amz-bucket-region", "eu-west-3")));
        List.of("a", "b", "c").forEach(key -> head(key, Map.of()));

        StorageFacts facts = ask("a", "b", "c");

        assertThat(facts.said(StorageFact.REGION)).isEqualTo(Map.of("eu-west-3", 1L));
        assertThat(facts.unreadable())
                .isEqualTo(Map.of(
                        StorageFact.VERSIONING, Map.of("403 AccessDenied", 1L),
                        StorageFact.DEFAULT_ENCRYPTION, Map.of("403 AccessDenied", 1L),
                        StorageFact.OBJECT_LOCK, Map.of("403 AccessDenied", 1L),
                        StorageFact.BUCKET_TAGS, Map.of("403 AccessDenied", 1L),
                        StorageFact.LOCKS, Map.of("403 AccessDenied", 3L),
                        StorageFact.TAGS, Map.of("403 AccessDenied", 3L)));
        assertThat(facts.said(StorageFact.ENCRYPTION)).isEqualTo(Map.of("none", 3L));
        assertThat(asked.stream().filter(question -> question.matches("GET /corpus/.*")))
                .containsExactly("GET /corpus/a?retention", "GET /corpus/a?tagging");
    }

    @Test
    void asksNoMoreThanItsScope() {
        bucketTellsAll();
        List.of("a", "b", "c").forEach(key -> head(key, Map.of("x-amz-object-lock-mode", "GOVERNANCE")));
        List.of("a", "b", "c").forEach(this::tags);

        StorageFacts bucket = storage(S3Scope.BUCKET, storage -> storage.facts(files("a", "b", "c")));
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "HEAD /corpus",
                        "GET /corpus?versioning",
                        "GET /corpus?encryption",
                        "GET /corpus?tagging",
                        "GET /corpus?object-lock");
        assertThat(bucket.objects()).isEqualTo(3);
        assertThat(bucket.said(StorageFact.REGION)).containsOnlyKeys("eu-central-1");
        assertThat(bucket.unreadable().keySet())
                .containsExactly(
                        StorageFact.VERSIONS,
                        StorageFact.ENCRYPTION,
                        StorageFact.STORAGE_CLASS,
                        StorageFact.LOCKS,
                        StorageFact.METADATA,
                        StorageFact.TAGS,
                        StorageFact.LICENCES);
        assertThat(bucket.unreadable().values()).containsOnly(new TreeMap<>(Map.of("not asked", 3L)));

        asked.clear();
        ask("a", "b", "c");
        assertThat(asked).describedAs("five of the bucket, two an object").hasSize(5 + 2 * 3);

        asked.clear();
        StorageFacts nothing = storage(S3Scope.NOTHING, storage -> storage.facts(files("a", "b", "c")));
        assertThat(nothing).isEqualTo(StorageFacts.NONE);
        assertThat(asked).isEmpty();
    }

    /** What {@code card import} reads, and nothing else does. */
    @Test
    void labelsAreTheWordsThemselves() {
        answers.put(
                "GET " + BUCKET + "?tagging",
                xml(
                        "<Tagging><TagSet><Tag><Key>corp:Data_Owner</Key><Value>Ada Wren</Value></Tag></TagSet></Tagging>"));
        head("a", Map.of("x-amz-meta-license", "CC BY 4.0"));
        head("b", Map.of("x-amz-meta-license", "MIT"));
        tags("b", "sensitivity", "high");

        Map<String, ? extends Set<String>> labels = storage(S3Scope.BUCKET, storage -> storage.labels(files("a", "b")));
        assertThat(labels)
                .isEqualTo(Map.of(
                        "data-owner", Set.of("Ada Wren"),
                        "license", Set.of("CC BY 4.0", "MIT"),
                        "sensitivity", Set.of("high")));
    }

    @Test
    void theStoresWordsForNoneAreAnswers() {
        answers.put("HEAD " + BUCKET, new Answer(200, "", Map.of()));
        answers.put("GET " + BUCKET + "?versioning", xml("<VersioningConfiguration/>"));
        answers.put("GET " + BUCKET + "?encryption", error(404, "ServerSideEncryptionConfigurationNotFoundError"));
        answers.put("GET " + BUCKET + "?tagging", error(404, "NoSuchTagSet"));
        answers.put("GET " + BUCKET + "?object-lock", error(404, "ObjectLockConfigurationNotFoundError"));
        head("a", Map.of());
        tags("a");

        StorageFacts facts = ask("a");

        assertThat(facts.unreadable()).isEqualTo(Map.of(StorageFact.REGION, Map.of("the store does not say", 1L)));
        assertThat(facts.said(StorageFact.VERSIONING)).isEqualTo(Map.of("off", 1L));
        assertThat(facts.said(StorageFact.DEFAULT_ENCRYPTION)).isEqualTo(Map.of("none", 1L));
        assertThat(facts.said(StorageFact.OBJECT_LOCK)).isEqualTo(Map.of("off", 1L));
        assertThat(facts.said(StorageFact.LOCKS)).isEqualTo(Map.of("none", 1L));
        assertThat(facts.said(StorageFact.BUCKET_TAGS)).isEmpty();
        assertThat(facts.lockedUntil()).isNull();
    }

    @Test
    void anObjectThatChangedSinceItWasListedIsNoPlaceToAskAbout() {
        bucketTellsAll();
        head("a", Map.of());
        answers.put("HEAD " + BUCKET + "/b", new Answer(200, "", Map.of("ETag", "\"new\"")));
        tags("a");

        assertThatThrownBy(() -> ask("a", "b")).isInstanceOf(ChangedFileException.class);
    }

    @Test
    void theOrderOfAnswersDoesNotMatter() {
        bucketTellsAll();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            String key = "k" + i;
            keys.add(key);
            head(
                    key,
                    Map.of(
                            "x-amz-object-lock-mode",
                            i % 2 == 0 ? "COMPLIANCE" : "GOVERNANCE",
                            "x-amz-object-lock-retain-until-date",
                            LocalDate.of(2030, 1, 1).plusDays(i * 7 % 150) + "T00:00:00Z"));
            tags(key, "tag-" + i, "x");
        }
        StorageFacts one = ask(keys.toArray(String[]::new));
        Collections.reverse(keys);
        StorageFacts other = ask(keys.toArray(String[]::new));

        assertThat(other).isEqualTo(one);
        assertThat(one.said(StorageFact.TAGS)).hasSize(StorageFacts.MAX_NAMES).containsKeys("tag-0", "tag-100");
        assertThat(one.lockedUntil()).isEqualTo(LocalDate.of(2030, 1, 1));
    }
}

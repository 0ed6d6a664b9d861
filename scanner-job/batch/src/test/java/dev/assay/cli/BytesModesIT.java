package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.manifest.FileEntry;
import dev.assay.storage.S3ProxyServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run is told when it asks the gate to read less than everything, or to read it in pieces. */
class BytesModesIT {
    private static final String BUCKET = "corpora";

    @TempDir
    Path directory;

    private S3ProxyServer server;

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        S3ProxyServer.putKeysInSystemProperties();
        server = S3ProxyServer.inMemory(directory.resolve("server"));
        server.createBucket(BUCKET);
        Files.writeString(
                directory.resolve("assay.yaml"),
                "storage:\n  s3:\n    endpoint: " + server.endpoint()
                        + "\n    region: us-east-1\n    path-style: true\n");
        Files.writeString(directory.resolve("dataset.yaml"), "id: notes\nlocation: s3://" + BUCKET + "/notes/\n");
    }

    @AfterEach
    void stop() {
        server.close();
        S3ProxyServer.clearSystemProperties();
    }

    private CommandRun call(int code, String... args) {
        CommandRun run = CommandRun.in(directory, args);
        assertThat(run.code()).as(String.join(" ", args) + "\n" + run.said()).isEqualTo(code);
        return run;
    }

    private void put(String name, String text) {
        server.put(BUCKET, "notes/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theStorageIsTrustedOnlyForVersionsItKeepsAndThatWereScanned() {
        server.keepVersions(BUCKET);
        put("a.jsonl", "{\"note\":\"beans\"}\n");
        put("b.jsonl", "{\"note\":\"peas\"}\n");
        call(0, "scan", "dataset.yaml");

        CommandRun trusted =
                call(0, "gate", "dataset.yaml", "--bytes", "trust-storage", "--run-id", "trusting", "--json");
        assertThat(trusted.said()).contains("2 files, each in the version that was scanned, on the storage's word");
        call(0, "gate", "dataset.yaml", "--run-id", "reading");
        assertThat(call(0, "runs", "notes", "--json").out())
                .contains("\"mode\":\"trust-storage\"")
                .contains("\"bytesVerified\":0")
                .contains("\"mode\":\"full\"");

        // The same bytes again are another version, of which only reading tells that nothing changed.
        put("a.jsonl", "{\"note\":\"beans\"}\n");
        assertThat(call(2, "gate", "dataset.yaml", "--bytes", "trust-storage").err())
                .contains("not those a scan read");
        call(0, "gate", "dataset.yaml", "--bytes", "full");
        call(0, "scan", "dataset.yaml");
        call(0, "gate", "dataset.yaml", "--bytes", "trust-storage");

        put("b.jsonl", "{\"note\":\"pods\"}\n");
        call(2, "gate", "dataset.yaml", "--bytes", "trust-storage");
        call(0, "gate", "dataset.yaml", "--bytes", "subset", "--file", "a.jsonl");
        put("c.jsonl", "{}\n");
        assertThat(call(2, "gate", "dataset.yaml", "--bytes", "trust-storage").err())
                .contains("c.jsonl is not in the manifest");
    }

    @Test
    void withoutVersionsThereIsNothingToTrust() {
        put("a.jsonl", "{\"note\":\"beans\"}\n");
        call(0, "scan", "dataset.yaml");

        assertThat(call(5, "gate", "dataset.yaml", "--bytes", "trust-storage").err())
                .contains("The storage keeps no versions of a.jsonl");
        call(0, "gate", "dataset.yaml");
    }

    @Test
    void largeObjectsAreReadChunkByChunk() {
        byte[] text = new byte[(int) FileEntry.CHUNK_BYTES + 4096];
        Arrays.fill(text, (byte) '\n');
        byte[] words = "beans and peas\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(words, 0, text, 0, words.length);
        server.put(BUCKET, "notes/large.txt", text);
        put("small.jsonl", "{\"note\":\"beans\"}\n");
        call(0, "scan", "dataset.yaml");

        assertThat(call(0, "gate", "dataset.yaml", "--bytes", "chunks").err())
                .contains("2 files, 67112977 bytes, every one as it was scanned, by the digests of chunks");
        text[text.length - 2] = ' ';
        server.put(BUCKET, "notes/large.txt", text);
        assertThat(call(2, "gate", "dataset.yaml", "--bytes", "chunks").err())
                .contains("large.txt has changed")
                .doesNotContain("small.jsonl");
    }

    @Test
    void modesThatCannotBeAreSaid() {
        List.of(List.of("--bytes", "some"), List.of("--bytes", "subset"), List.of("--bytes", "full", "--file", "a"))
                .forEach(options -> {
                    List<String> args = new ArrayList<>(List.of("gate", "dataset.yaml"));
                    args.addAll(options);
                    assertThat(call(5, args.toArray(String[]::new)).err()).contains("--bytes");
                });
    }
}

package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerSettings;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.SkippedPart;
import dev.assay.storage.S3ProxyServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users get wrong and what comes broken: one clear message, the right exit code, nothing half-written. Where a part
 * of the data is bad, the rest is scanned and the part is in the coverage ledger.
 */
class BadInputIT {
    @TempDir
    Path workspace;

    @AfterEach
    void takeKeysAway() {
        S3ProxyServer.clearSystemProperties();
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = workspace.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private CommandRun assay(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream beside = new ByteArrayOutputStream();
        CommandRun run;
        try (PrintStream all = new PrintStream(beside, true, StandardCharsets.UTF_8)) {
            System.setOut(all);
            System.setErr(all);
            run = CommandRun.in(workspace, args);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(beside.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(run.said())
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("a bug");
        return run;
    }

    /** A scan that comes to nothing: the message, the code, and nothing in the record. */
    private void refused(int code, List<String> says, String... args) {
        CommandRun run = assay(args);
        assertThat(run.code()).describedAs(run.err()).isEqualTo(code);
        assertThat(run.err()).contains(says);
        assertNothingPublished();
    }

    private void assertNothingPublished() {
        assertThat(workspace.resolve(".assay/reports")).doesNotExist();
        if (Files.exists(workspace.resolve(".assay/manifests.git"))) {
            try (Ledger ledger = ledger()) {
                assertThat(ledger.datasets()).isEmpty();
            }
        }
    }

    private Ledger ledger() {
        return Ledger.openExisting(LedgerSettings.of(workspace.resolve(".assay/manifests.git"), "main", null));
    }

    private Coverage coverage(String id) {
        try (Ledger ledger = ledger()) {
            return version(ledger, id).manifest().facts().coverage();
        }
    }

    private FileEntry file(String id, String path) {
        try (Ledger ledger = ledger()) {
            return Optional.ofNullable(version(ledger, id).files().byPath().get(path))
                    .orElseThrow();
        }
    }

    private static StoredVersion version(Ledger ledger, String id) {
        return ledger.latest(id).orElseThrow();
    }

    private void good() throws IOException {
        write("good/a.csv", "a,b\n1,hello\n2,again\n");
        write("dataset.yaml", "id: good\nlocation: good\n");
    }

    @Test
    void aMissingLocation() throws IOException {
        write("dataset.yaml", "id: gone\nlocation: nothing/here\n");

        refused(5, List.of("There is no nowhere", "Name a card"), "scan", "nowhere");
        refused(6, List.of("There is nothing at", "nothing/here", "Check the location"), "scan", "dataset.yaml");
        assertThat(assay("gate", "dataset.yaml").code()).isEqualTo(5);
    }

    @Test
    void anEmptyDirectory() throws IOException {
        Files.createDirectories(workspace.resolve("empty"));

        refused(6, List.of("There is no file at or below", "empty", "Check the location"), "scan", "empty");
    }

    private void s3Workspace(String endpoint) throws IOException {
        write(
                "assay.yaml",
                "storage:\n  s3:\n    endpoint: " + endpoint + "\n    region: us-east-1\n    path-style: true\n");
    }

    @Test
    void bucketsAndCredentialsThatAreWrong() throws IOException, InterruptedException {
        S3ProxyServer.putKeysInSystemProperties();
        try (S3ProxyServer server = S3ProxyServer.ofFiles(workspace.resolve("server"))) {
            s3Workspace(server.endpoint().toString());
            server.createBucket("there");
            server.put("there", "a.csv", "a\n1\n".getBytes(StandardCharsets.UTF_8));

            refused(
                    6,
                    List.of("s3://not-there/x", "no such bucket", "storage.s3.endpoint"),
                    "scan",
                    "s3://not-there/x/");
            refused(6, List.of("There is no file at or below s3://there/x/"), "scan", "s3://there/x/");

            System.setProperty("aws.secretAccessKey", "not-the-secret-key");
            refused(6, List.of("s3://there/", "403", "AWS_SECRET_ACCESS_KEY"), "scan", "s3://there/");
            System.setProperty("aws.accessKeyId", "not-the-access-key");
            refused(6, List.of("s3://there/", "403", "AWS_ACCESS_KEY_ID"), "scan", "s3://there/");
        }
    }

    @Test
    void aServerThatIsNotThere() throws IOException {
        S3ProxyServer.putKeysInSystemProperties();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        s3Workspace("http://127.0.0.1:" + port);

        refused(
                6,
                List.of("s3://bucket/data/", "127.0.0.1:" + port, "nothing answers there", "storage.s3.endpoint"),
                "scan",
                "s3://bucket/data/");
    }

    @Test
    void aCardThatIsNoYaml() throws IOException {
        write("dataset.yaml", "id: [x\nlocation: good\n");

        refused(5, List.of("dataset.yaml has 1 problem", "line 2", "no valid YAML"), "scan", "dataset.yaml");
    }

    @Test
    void unknownKeysInCardPolicyAndWorkspace() throws IOException {
        write("dataset.yaml", "id: x\nlocatoin: good\n");
        refused(5, List.of("dataset.yaml", "`locatoin` (line 2)", "did you mean `location`?"), "scan", "dataset.yaml");

        good();
        write("policy.yaml", "id: p\nversion: 1\nruls: []\n");
        write("assay.yaml", "policy: policy.yaml\n");
        refused(5, List.of("policy.yaml", "`ruls` (line 3)", "did you mean `rules`?"), "scan", "dataset.yaml");

        write("assay.yaml", "polcy: policy.yaml\n");
        refused(5, List.of("assay.yaml", "`polcy` (line 1)", "did you mean `policy`?"), "scan", "dataset.yaml");
    }

    @Test
    void aTruncatedParquetFileBesideGoodOnes() throws IOException {
        byte[] whole =
                Files.readAllBytes(RoadDataset.repository().resolve("examples/support/data/chats/2026-q1.parquet"));
        write("data/bad.parquet", Arrays.copyOf(whole, whole.length - 100));
        write("data/good.csv", "a,b\n1,hello\n2,again\n");

        CommandRun scan = assay("scan", "data");

        assertThat(scan.code()).describedAs(scan.err()).isEqualTo(6);
        assertThat(scan.err())
                .contains("unread bad.parquet: Cannot read bad.parquet")
                .contains("1 part was skipped")
                .contains("leave them out with `exclude` in the card");
        Coverage coverage = coverage("data");
        assertThat(coverage.rowsRead()).isEqualTo(2);
        assertThat(coverage.complete()).isFalse();
        assertThat(coverage.skipped().listed())
                .singleElement()
                .extracting(SkippedPart::file)
                .isEqualTo("bad.parquet");
        assertThat(coverage.skipped().listed().get(0).reason()).doesNotContain(workspace.toString());
        assertThat(file("data", "bad.parquet").sha256()).isNotNull();
        CommandRun gate = assay("gate", "data");
        assertThat(gate.code()).isEqualTo(3);
        assertThat(gate.err()).contains("assay:nothing-unread").contains("2 files");
    }

    @Test
    void cellsThatAreNotUtf8AreScannedAndCountedAndNoGap() throws IOException {
        byte[] rows = "id,note\n1,Jos? writes to ada.wren@finchpost.net\n2,plain\n".getBytes(StandardCharsets.UTF_8);
        rows[13] = (byte) 0xE9;
        write("latin/a.csv", rows);
        byte[] lines = "{\"note\":\"caf?\"}\n".getBytes(StandardCharsets.UTF_8);
        lines[12] = (byte) 0xE9;
        write("latin/b.jsonl", lines);

        CommandRun scan = assay("scan", "latin");

        assertThat(scan.err())
                .contains("note: 1 cell is not valid UTF-8")
                .contains("note: 1 × a line with bytes that are not UTF-8")
                .contains("1 EMAIL_ADDRESS")
                .doesNotContain("finchpost");
        assertThat(scan.code()).describedAs(scan.err()).isEqualTo(3);
        Coverage coverage = coverage("latin");
        assertThat(coverage.invalidUtf8Cells()).isEqualTo(1);
        assertThat(coverage.gaps()).isEmpty();
        assertThat(coverage.remarks()).hasSize(2);
    }

    @Test
    void raggedRowsAreReadAndNoted() throws IOException {
        write("ragged/a.csv", "a,b\n1,2\n3\n4,5,6\n");

        CommandRun scan = assay("scan", "ragged");

        assertThat(scan.code()).describedAs(scan.err()).isZero();
        assertThat(scan.err())
                .contains("note: 1 × rows with fewer fields than the header")
                .contains("note: 1 × rows with more fields than the header");
        Coverage coverage = coverage("ragged");
        assertThat(coverage.rowsRead()).isEqualTo(3);
        assertThat(coverage.cellsScanned()).isEqualTo(6);
        assertThat(coverage.irregular()).hasSize(2);
        assertThat(assay("gate", "ragged").code()).isZero();
    }

    @Test
    void aLineThatIsNoJson() throws IOException {
        write("lines/a.jsonl", "{\"a\":\"x\"}\n{\"a\":hush}\n{\"a\":\"y\"}\n");
        write("lines/b.jsonl", "{\"a\":\"z\"}\n");

        CommandRun scan = assay("scan", "lines");

        assertThat(scan.code()).describedAs(scan.err()).isEqualTo(6);
        assertThat(scan.err())
                .contains("unread a.jsonl: Line 2 is no JSON from column ")
                .doesNotContain("hush");
        Coverage coverage = coverage("lines");
        assertThat(coverage.cellsScanned()).isEqualTo(3);
        assertThat(coverage.skipped().parts()).isEqualTo(1);
        assertThat(assay("gate", "lines").code()).isEqualTo(3);
    }

    @Test
    void aMissingPolicy() throws IOException {
        good();
        write("assay.yaml", "policy: nope.yaml\n");

        refused(5, List.of("There is no file", "nope.yaml", "check the path"), "scan", "dataset.yaml");
        refused(5, List.of("nope.yaml"), "gate", "dataset.yaml");
    }

    @Test
    void aManifestsRepositoryThatIsNone() throws IOException {
        good();
        write("records/notes.txt", "not git's\n");
        write("assay.yaml", "manifests:\n  repository: records\n");

        refused(5, List.of("records is no git repository", "manifests.repository"), "scan", "dataset.yaml");
        refused(5, List.of("records is no git repository"), "gate", "dataset.yaml");
        assertThat(workspace.resolve("records")).isDirectoryContaining("glob:**notes.txt");
        try (var files = Files.list(workspace.resolve("records"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aKeyThatIsGarbage() throws IOException {
        good();
        write(".assay/keys/scanner.pem", "garbage\n");
        Files.setPosixFilePermissions(
                workspace.resolve(".assay/keys/scanner.pem"), PosixFilePermissions.fromString("rw-------"));

        refused(5, List.of("Cannot use the key", "scanner.pem", "PKCS#8"), "scan", "dataset.yaml");
        refused(5, List.of("scanner"), "keys");
        write(".assay/keys/scanner.pub.pem", "garbage\n");
        refused(5, List.of("scanner.pub.pem"), "keys");
        refused(5, List.of("scanner.pub.pem"), "gate", "dataset.yaml");
    }

    @Test
    void aGateWithoutARecordSaysWhatToDo() throws IOException {
        good();
        refused(5, List.of("assay scan"), "gate", "dataset.yaml");
        refused(5, List.of("assay scan"), "log");
        refused(5, List.of("assay scan"), "report", "good");
        assertThat(workspace.resolve(".assay")).doesNotExist();
    }

    @Test
    void theGateAnswersWithTheDecision() throws IOException {
        write("pass/a.csv", "a\nhello\n");
        write("wait/a.csv", "mail\nada.wren@finchpost.net\nbo.tern@finchpost.net\n");
        write("fail/a.csv", "note\npassword = 'tern-Causeway-58_q'\n");

        assertThat(assay("scan", "pass").code()).isZero();
        assertThat(assay("scan", "wait").code()).isEqualTo(3);
        assertThat(assay("scan", "fail").code()).isEqualTo(1);
        assertThat(assay("gate", "pass").code()).isZero();
        assertThat(assay("gate", "pass").err()).endsWith("pass@1: allowed\n");
        assertThat(assay("gate", "wait").code()).isEqualTo(3);
        assertThat(assay("gate", "wait").err()).contains("needs-approval by policy");
        assertThat(assay("gate", "fail").code()).isEqualTo(1);
        assertThat(assay("gate", "fail").err()).contains("fail by policy").doesNotContain("Causeway");
        write("never/a.csv", "a\n1\n");
        assertThat(assay("gate", "never").code()).isEqualTo(5);
        assertThat(assay("gate", "never").err()).contains("Scan it first");
    }
}

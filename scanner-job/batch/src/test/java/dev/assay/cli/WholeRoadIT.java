package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.export.Export;
import dev.assay.export.Exports;
import dev.assay.gate.Review;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerSettings;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import dev.assay.storage.S3ProxyServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road through the command line: scan, record in git, gate. However the scan goes, the record is the same. */
class WholeRoadIT {
    private static final String CARD = "id: road\ntitle: The whole road\nlocation: ";

    @TempDir
    static Path root;

    private static Path data;
    private static Recorded first;
    private static List<String> secrets = List.of();

    /** The three files of a version. */
    private record Recorded(String manifest, String files, String findings) {}

    @BeforeAll
    static void scanOnce() throws IOException {
        data = root.resolve("data");
        RoadDataset.write(data);
        secrets = RoadDataset.secrets(data);
        Path workspace = workspace("first", data.toString(), "");
        CommandRun scan = CommandRun.in(workspace, "scan", "dataset.yaml", "--workers", "1");
        assertThat(scan.code()).describedAs(scan.err()).isEqualTo(1);
        assertThat(scan.err()).contains("scanning " + RoadDataset.SPLITS + " splits");
        first = record(workspace, 1);
        assertNothingLeaks(workspace, scan);
    }

    private static Path workspace(String name, String location, String more) throws IOException {
        Path workspace = Files.createDirectories(root.resolve(name));
        Files.writeString(workspace.resolve("dataset.yaml"), CARD + location + "\n");
        Files.writeString(
                workspace.resolve("assay.yaml"), "scan:\n  split-size: " + RoadDataset.SPLIT_SIZE + "\n" + more);
        return workspace;
    }

    private static Recorded record(Path workspace, int version) {
        Path repository = workspace.resolve(".assay/manifests.git");
        try (Ledger ledger = Ledger.openExisting(LedgerSettings.of(repository, "main", null))) {
            StoredVersion stored = ledger.version("road", version).orElseThrow();
            return new Recorded(
                    text(stored.manifest().fileBytes()),
                    text(stored.files().fileBytes()),
                    text(stored.samples().fileBytes()));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void assertNothingLeaks(Path workspace, CommandRun... runs) throws IOException {
        assertThat(LeakCheck.in(workspace, secrets)).isEmpty();
        for (CommandRun run : runs) {
            secrets.forEach(secret -> assertThat(run.said()).doesNotContain(secret));
        }
        // The check itself: what may be kept is found in git's objects and in the report.
        List<String> kept = LeakCheck.in(workspace, List.of("crm/customers.csv", "messages[].content"));
        assertThat(kept).anyMatch(found -> found.startsWith(".assay/manifests.git/objects"));
        assertThat(kept).anyMatch(found -> found.startsWith(".assay/reports"));
    }

    @Test
    void theRecordIsWrittenInOtherFormats() throws IOException {
        Path workspace = root.resolve("first");

        CommandRun sums = CommandRun.in(workspace, "export", "road@1", "--format", "sha256sums");
        assertThat(sums.code()).describedAs(sums.err()).isZero();
        assertThat(sums.out().lines()).hasSameSizeAs(first.files().lines().toList());

        CommandRun unknown = CommandRun.in(workspace, "export", "road", "--format", "sarf");
        assertThat(unknown.code()).isEqualTo(5);
        assertThat(unknown.err()).contains("There is no export format `sarf`; known are sarif, junit");

        for (Export export : Exports.all()) {
            for (String profile : List.of("internal", "public")) {
                String file = "out/" + export.name() + "-" + profile + "." + export.ending();
                CommandRun run = CommandRun.in(
                        workspace, "export", "road", "-f", export.name(), "--profile", profile, "-o", file);
                assertThat(run.code()).describedAs(run.err()).isZero();
                assertThat(run.err()).contains("Wrote ");
            }
        }
        assertNothingLeaks(workspace, sums);
    }

    private static void assertSameRecord(Path workspace) {
        assertThat(record(workspace, 1)).isEqualTo(first);
    }

    @Test
    void fourWorkersGiveTheSameRecord() throws IOException {
        Path workspace = workspace("four", data.toString(), "");

        CommandRun scan = CommandRun.in(workspace, "scan", "dataset.yaml", "--workers", "4");

        assertThat(scan.code()).isEqualTo(1);
        assertSameRecord(workspace);
        assertNothingLeaks(workspace, scan);
    }

    @Test
    void namesAreTheSameForOneAndFourWorkers() throws IOException {
        String names = "detectors:\n  names: full\n";
        Path one = workspace("names-one", data.toString(), names);
        Path four = workspace("names-four", data.toString(), names);

        CommandRun.in(one, "scan", "dataset.yaml", "--workers", "1");
        CommandRun.in(four, "scan", "dataset.yaml", "--workers", "4");

        assertThat(record(four, 1)).isEqualTo(record(one, 1)).isNotEqualTo(first);
        assertThat(record(one, 1).toString()).contains("person-name");
    }

    @Test
    void otherSplitsAndFilesMadeInAnotherOrderElsewhereGiveTheSameRecord() throws IOException {
        Path elsewhere = root.resolve("else/where/copy");
        RoadDataset.writeBackwards(data, elsewhere);
        Path workspace = workspace("backwards", "../else/where/copy", "");
        Files.delete(workspace.resolve("assay.yaml"));

        CommandRun scan = CommandRun.in(
                workspace, "scan", "dataset.yaml", "-w", write(workspace, "w.yaml", "scan:\n  workers: 2\n"));

        assertThat(scan.code()).isEqualTo(1);
        assertThat(scan.err()).contains("scanning 1 split,");
        assertSameRecord(workspace);
    }

    private static String write(Path workspace, String name, String text) throws IOException {
        Files.writeString(workspace.resolve(name), text);
        return name;
    }

    @Test
    void s3GivesTheSameRecordAndTheGateReadsItThere() throws IOException, InterruptedException {
        S3ProxyServer.putKeysInSystemProperties();
        try (S3ProxyServer server = S3ProxyServer.ofFiles(root.resolve("s3"))) {
            server.createBucket("corpora");
            server.putAll("corpora", "support/2026/", data);
            Path workspace = workspace(
                    "from-s3",
                    "s3://corpora/support/2026/",
                    "storage:\n  s3:\n    endpoint: " + server.endpoint()
                            + "\n    region: us-east-1\n    path-style: true\n    questions: everything\n");

            CommandRun scan = CommandRun.in(workspace, "scan", "dataset.yaml", "--workers", "3");

            assertThat(scan.code()).describedAs(scan.err()).isEqualTo(1);
            assertSameRecord(workspace);
            assertThat(storage(workspace).said(StorageFact.VERSIONS).keySet()).containsExactly("overwritten");
            assertThat(storage(root.resolve("first"))).isEqualTo(StorageFacts.NONE);
            assertThat(CommandRun.in(workspace, "diff", "road@1", "road@1").code())
                    .isZero();
            assertNothingLeaks(workspace, scan);
            CommandRun verify = CommandRun.in(workspace, "verify", "dataset.yaml");
            assertThat(verify.code()).describedAs(verify.err()).isZero();

            server.put("corpora", "support/2026/notes/planted.jsonl", "{}\n".getBytes(StandardCharsets.UTF_8));
            CommandRun gate = CommandRun.in(workspace, "gate", "dataset.yaml");
            assertThat(gate.code()).isEqualTo(2);
            assertThat(gate.err()).contains("notes/planted.jsonl has changed");
        } finally {
            S3ProxyServer.clearSystemProperties();
        }
    }

    /** What the storage said, which the scan statement holds and the manifest does not. */
    private static StorageFacts storage(Path workspace) {
        Path repository = workspace.resolve(".assay/manifests.git");
        try (Ledger ledger = Ledger.openExisting(LedgerSettings.of(repository, "main", null))) {
            return Review.surroundings(ledger.version("road", 1).orElseThrow(), ledger.roles())
                    .storage();
        }
    }

    @Test
    void aScanThatIsKilledInTheMiddleGoesOnAndGivesTheSameRecord() throws Exception {
        Path workspace = workspace("killed", data.toString(), "");
        Path log = workspace.resolve("child.log");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchedScan.class.getName(),
                        workspace.toString())
                .redirectError(log.toFile())
                .start();
        try (BufferedReader counts =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String count = counts.readLine();
            while (count != null && Integer.parseInt(count) < 4) {
                count = counts.readLine();
            }
            assertThat(count).describedAs(Files.readString(log)).isNotNull();
        } finally {
            child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        String jobs = CommandRun.in(workspace, "jobs", "--json").out();
        JsonObject killed = Json.parse(jobs).asArray().values().get(0).asObject();
        assertThat(killed.string("state")).isEqualTo("interrupted");
        long done = killed.integer("finishedSplits");
        // Four were seen; a row can be seen a moment before it is on disk, so the fourth may be lost, no other.
        assertThat(done).isBetween(3L, RoadDataset.SPLITS - 1L);
        assertThat(CommandRun.in(workspace, "log").out()).isEmpty();
        // The summaries of splits lie in the job database until the record is published. The three largest come first:
        // the digest of the long file, which knows no columns, the tickets, and the chats with the customers.
        assertThat(LeakCheck.in(workspace, secrets)).isEmpty();
        assertThat(LeakCheck.in(workspace, List.of("messages[].content")))
                .anyMatch(found -> found.startsWith(".assay/jobs"));

        CommandRun scan = CommandRun.in(workspace, "scan", "dataset.yaml", "--workers", "3");

        assertThat(scan.code()).describedAs(scan.err()).isEqualTo(1);
        assertThat(scan.err())
                .contains("Taking up the interrupted run")
                .contains(", " + done + (done == 1 ? " split" : " splits") + " done before");
        assertSameRecord(workspace);
        assertNothingLeaks(workspace, scan);
    }

    @Test
    void theRecordIsThereForOtherPeoplesGit() throws IOException, InterruptedException {
        assumeTrue(hasGit(), "There is no git on the PATH: the record was not read back with it.");
        Path repository = root.resolve("first/.assay/manifests.git");

        assertThat(git(repository, "show", "main:datasets/road/1/manifest.json"))
                .isEqualTo(first.manifest());
        assertThat(git(repository, "show", "main:datasets/road/1/files.jsonl")).isEqualTo(first.files());
        assertThat(git(repository, "show", "main:datasets/road/1/findings.jsonl"))
                .isEqualTo(first.findings());
        assertThat(git(repository, "show", "main:datasets/road/dataset.yaml")).contains("id: road");
        assertThat(git(repository, "fsck", "--strict", "--full")).doesNotContain("error");
    }

    private static boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static String git(Path repository, String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("git", "--git-dir", repository.toString()));
        all.addAll(List.of(command));
        Process git = new ProcessBuilder(all).redirectErrorStream(true).start();
        String out = text(git.getInputStream().readAllBytes());
        assertThat(git.waitFor()).describedAs(out).isZero();
        return out;
    }

    @Test
    void unchangedBytesMakeNoNewVersionAndEveryChangeIsNamed() throws IOException {
        Path copy = root.resolve("changing");
        RoadDataset.writeBackwards(data, copy);
        Path workspace = workspace("changes", copy.toString(), "");
        CommandRun before = CommandRun.in(workspace, "scan", "dataset.yaml", "--json");
        assertSameRecord(workspace);

        CommandRun again = CommandRun.in(workspace, "scan", "dataset.yaml", "--json");
        assertThat(again.lines().get(0).string("step")).isNotEqualTo("new-version");
        assertThat(again.lines().get(0).integer("version")).isEqualTo(1);
        assertThat(again.lines().get(0).string("manifestSha256"))
                .isEqualTo(before.lines().get(0).string("manifestSha256"));
        assertThat(CommandRun.in(workspace, "gate", "dataset.yaml").code()).isEqualTo(1);
        assertThat(CommandRun.in(workspace, "verify", "dataset.yaml").code()).isZero();

        Path customers = copy.resolve("crm/customers.csv");
        byte[] bytes = Files.readAllBytes(customers);
        bytes[bytes.length / 2] ^= 1;
        Files.write(customers, bytes);
        CommandRun changed = CommandRun.in(workspace, "gate", "dataset.yaml");
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err()).contains("crm/customers.csv has changed").doesNotContain("tickets/2026.jsonl");

        bytes[bytes.length / 2] ^= 1;
        Files.write(customers, bytes);
        assertThat(CommandRun.in(workspace, "verify", "dataset.yaml").code()).isZero();

        Path added = copy.resolve("crm/more.csv");
        Files.writeString(added, "a\n1\n", StandardOpenOption.CREATE_NEW);
        CommandRun more = CommandRun.in(workspace, "gate", "dataset.yaml");
        assertThat(more.code()).isEqualTo(2);
        assertThat(more.err()).contains("crm/more.csv is not in the manifest");

        Files.delete(added);
        Files.delete(copy.resolve("tickets/2026.jsonl"));
        CommandRun less = CommandRun.in(workspace, "gate", "dataset.yaml", "--json");
        assertThat(less.code()).isEqualTo(2);
        assertThat(less.lines().get(0).truth("allowed")).isFalse();
        assertThat(less.err()).contains("tickets/2026.jsonl is missing");
        assertNothingLeaks(workspace, before, again, changed, more, less);
    }
}

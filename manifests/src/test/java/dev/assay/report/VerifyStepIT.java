package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.Policy;
import dev.assay.json.Sha256;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerSettings;
import dev.assay.ledger.ScanRecord;
import dev.assay.ledger.StoredVersion;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.WaivedDecision;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Roles;
import dev.assay.statement.ScanPredicate;
import dev.assay.statement.SigningKey;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands a report prints, run as they are printed. */
class VerifyStepIT {
    private static final Pattern COMMANDS = Pattern.compile("<pre><code>(.*?)</code></pre>", Pattern.DOTALL);
    private static final Instant NOW = Instant.parse("2026-11-20T22:14:09Z");

    @TempDir
    Path directory;

    private Path data;
    private String fingerprint;
    private ReportInput input;

    @BeforeEach
    void publishAndClone() throws Exception {
        for (String tool : List.of("bash", "git", "jq", "openssl", "sha256sum")) {
            Assumptions.assumeTrue(
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                            .anyMatch(path -> Files.isExecutable(Path.of(path, tool))),
                    () -> tool + " is not on the PATH; the printed commands were not run.");
        }
        data = Files.createDirectories(directory.resolve("data"));
        FileListing files = new FileListing(List.of(file("a b.jsonl", "birch"), file("q\"uote.jsonl", "cedar")));
        ManifestFacts facts = ReportExamples.facts(files, List.of(), ReportExamples.coverage(false));
        SigningKey key = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
        fingerprint = key.key().fingerprint();
        Path bare = directory.resolve("ledger.git");
        try (Ledger ledger = Ledger.open(LedgerSettings.of(bare, "main", null), "Scanner", key)) {
            StoredVersion version =
                    ledger.publish("nursery-letters", record(facts, files, key)).version();
            Roles roles = ledger.roles();
            input = new ReportInput(
                    version.manifest(),
                    version.files(),
                    version.samples(),
                    WaivedDecision.without(PolicyEvaluation.evaluate(
                            Policy.builtIn(), version.manifest(), Surroundings.NONE, LocalDate.EPOCH)),
                    null,
                    Surroundings.NONE,
                    version.bundle().envelopes().stream()
                            .map(envelope -> SignedStatement.of(envelope, roles))
                            .toList());
        }
        run(List.of("git clone -q -b main \"$PWD/ledger.git\" clone"));
        Files.writeString(
                directory.resolve("clone/datasets/nursery-letters/1/key.pem"),
                key.key().toPem());
    }

    private FileEntry file(String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(data.resolve(path), bytes);
        return FileEntry.scanned(path, Sha256.hex(bytes), bytes.length, 1, "jsonl");
    }

    private static ScanRecord record(ManifestFacts facts, FileListing files, SigningKey key) {
        ScanPredicate.Run run = new ScanPredicate.Run("scan", "1", "1", "linux-amd64", 0, NOW, NOW, new TreeMap<>());
        return new ScanRecord(
                facts,
                files,
                ReportExamples.samples(),
                null,
                Policy.builtIn(),
                null,
                ScanPredicate.of(facts.scanner(), "file:///data", "", Surroundings.NONE, run),
                key,
                key,
                Clock.systemUTC());
    }

    @Test
    void printedCommandsConfirmAnUntouchedRecord() throws Exception {
        String page = HtmlReportTest.page(input);
        String manifest = input.manifest().sha256();
        assertThat(run(commands(page)))
                .contains("Record nursery-letters@1")
                .contains(manifest + "  -")
                .contains("files.jsonl: OK", "findings.jsonl: OK", "same bytes")
                .contains(fingerprint + "  -")
                .contains(ScanPredicate.TYPE + " about " + manifest + "\nVerified OK")
                .contains("dataset-decision/v1 about " + manifest + "\nVerified OK")
                .doesNotContain("FAILED", "error");
        assertThat(HtmlReportTest.plain(page)).contains("Signed by Scanner, key " + fingerprint);
    }

    @Test
    void printedCommandsNoticeWhatChanged() throws Exception {
        Files.writeString(data.resolve("a b.jsonl"), "Birch");
        Path version = directory.resolve("clone/datasets/nursery-letters/1");
        Path findings = version.resolve("findings.jsonl");
        Files.writeString(findings, Files.readString(findings).replace("row", "r0w"));
        Files.writeString(
                version.resolve("key.pem"),
                SigningKey.generate(KeyAlgorithm.ECDSA_P256).key().toPem());
        assertThat(run(commands(HtmlReportTest.page(input))))
                .contains("a b.jsonl: FAILED", "findings.jsonl: FAILED", "Verification failure")
                .doesNotContain("same bytes", "Verified OK", fingerprint);
    }

    private List<String> commands(String page) {
        return COMMANDS.matcher(page)
                .results()
                .map(match -> match.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .replaceFirst("(?m)^LEDGER=.*$", "LEDGER=" + directory.resolve("clone"))
                        .replaceFirst("(?m)^DATA=.*$", "DATA=" + data))
                .toList();
    }

    /** What the commands print, error messages included. */
    private String run(List<String> commands) throws Exception {
        List<String> lines = new ArrayList<>(commands);
        Path script = Files.writeString(directory.resolve("script.sh"), String.join("\n", lines));
        Path output = directory.resolve("output.txt");
        Process bash = new ProcessBuilder("bash", script.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }
}

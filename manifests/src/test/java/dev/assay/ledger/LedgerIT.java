package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.DatasetCard;
import dev.assay.json.Sha256;
import dev.assay.manifest.DatasetIdentity;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ManifestFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository under load, and read by git itself. */
class LedgerIT {
    private static final int THREADS = 8;
    private static final int ROUNDS = 6;

    @TempDir
    Path directory;

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "--git-dir", directory.resolve("m.git").toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            Assumptions.abort("There is no git on the PATH");
            throw missing;
        }
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String text = new String(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static FileListing files(String name) {
        return new FileListing(List.of(ExampleRecords.file(name, name)));
    }

    /** The example under another id. */
    private static ManifestFacts named(String id, FileListing files) {
        ManifestFacts facts =
                ExampleRecords.facts(files, ExampleRecords.coverage(), List.of(), ExampleRecords.canaries());
        return new ManifestFacts(
                DatasetIdentity.of(DatasetCard.forLocation("/data/" + id)),
                facts.content(),
                facts.provenance(),
                facts.scanner(),
                facts.coverage(),
                facts.privacy(),
                facts.efficacy(),
                facts.statuses(),
                facts.limits());
    }

    @Test
    void losesNoCommitOfEightPublishers() throws Exception {
        try (ExampleLedger example = new ExampleLedger(directory.resolve("m.git"))) {
            ExecutorService pool = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                running.add(pool.submit(() -> {
                    try (Ledger own = Ledger.open(example.settings, "x", example.key)) {
                        for (int round = 0; round < ROUNDS; round++) {
                            FileListing shared = files("shared-" + thread + "-" + round);
                            own.publish("shared", example.scan(named("shared", shared), shared));
                            FileListing mine = files("round-" + round);
                            own.publish("own-" + thread, example.scan(named("own-" + thread, mine), mine));
                        }
                    }
                }));
            }
            pool.shutdown();
            for (Future<?> one : running) {
                one.get(120, TimeUnit.SECONDS);
            }

            assertThat(example.ledger.datasets()).hasSize(THREADS + 1);
            Manifest manifest = example.ledger.latest("shared").orElseThrow().manifest();
            assertThat(manifest.version()).isEqualTo(THREADS * ROUNDS);
            for (int version = THREADS * ROUNDS; version > 1; version--) {
                Manifest before = example.ledger
                        .version("shared", version - 1)
                        .orElseThrow()
                        .manifest();
                assertThat(manifest.parent()).contains(before.asParent());
                manifest = before;
            }
            for (int thread = 0; thread < THREADS; thread++) {
                assertThat(example.ledger.latest("own-" + thread).orElseThrow().number())
                        .isEqualTo(ROUNDS);
            }
        }
        assertThat(git("rev-list", "--count", "main").trim()).isEqualTo(String.valueOf(2 * THREADS * ROUNDS + 1));
        git("fsck", "--full", "--strict");
    }

    @Test
    void isAnOrdinaryGitRepository() throws Exception {
        try (ExampleLedger example = new ExampleLedger(directory.resolve("m.git"))) {
            Published first = example.publish(example.scan(ExampleRecords.files(), 0));
            String manifest = git("show", "main:datasets/garden-letters/1/manifest.json");

            assertThat(manifest.getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(first.version().manifestBytes());
            assertThat(Sha256.hex(manifest.substring(0, manifest.length() - 1)))
                    .isEqualTo(first.version().manifest().sha256());
        }
        assertThat(git("log", "--format=%an <%ae> %aI %s", "main")).isEqualTo("""
                        Test scanner <scanner@example.com> 2026-03-01T12:00:00+00:00 Record garden-letters@1: scanned, pass by assay-default 1
                        Test scanner <scanner@example.com> 2026-03-01T12:00:00+00:00 Trust the first key
                        """);
        assertThat(git("ls-tree", "-r", "--name-only", "main").lines())
                .contains(
                        "datasets/garden-letters/1/1.intoto.jsonl",
                        "datasets/garden-letters/1/files.jsonl",
                        "datasets/garden-letters/1/findings.jsonl",
                        "datasets/garden-letters/1/manifest.json",
                        "datasets/garden-letters/dataset.yaml",
                        "trust/roles.yaml")
                .anyMatch(path -> path.startsWith("policies/assay-default/1-"));
        assertThat(git("symbolic-ref", "HEAD").trim()).isEqualTo("refs/heads/main");
        git("fsck", "--full", "--strict");
    }

    @Test
    void pushesAndRefusesToOverwrite() throws Exception {
        Path remote = directory.resolve("remote.git");
        try (ExampleLedger there = new ExampleLedger(remote);
                ExampleLedger here = new ExampleLedger(directory.resolve("m.git"))) {
            LedgerSettings pushing = new LedgerSettings(
                    here.settings.repository(), "main", remote.toUri().toString(), "a", "b@example.com", here.clock);
            try (Ledger ledger = Ledger.open(pushing, "x", here.key)) {
                assertThatThrownBy(ledger::push)
                        .isInstanceOf(LedgerException.class)
                        .hasMessageContaining("The remote did not take branch main")
                        .hasMessageContaining("Everything is recorded here");
            }
            assertThat(there.ledger.head()).isPresent();
        }
        Path empty = directory.resolve("empty.git");
        git("init", "--bare", "-q", empty.toString());
        try (ExampleLedger here = new ExampleLedger(directory.resolve("m.git"))) {
            LedgerSettings pushing = new LedgerSettings(
                    here.settings.repository(), "main", empty.toUri().toString(), "a", "b@example.com", here.clock);
            try (Ledger ledger = Ledger.open(pushing, "x", here.key)) {
                ledger.push();
                ledger.push();
            }
            LedgerSettings there = new LedgerSettings(empty, "main", null, "a", "b@example.com", here.clock);
            try (Ledger pushed = Ledger.openExisting(there)) {
                assertThat(pushed.head()).isEqualTo(here.ledger.head());
            }
        }
    }
}

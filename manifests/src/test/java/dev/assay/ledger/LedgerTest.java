package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.ledger.Published.Step;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.ManifestException;
import dev.assay.statement.Bundle;
import dev.assay.statement.Envelope;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Roles;
import dev.assay.statement.SigningKey;
import dev.assay.statement.Statement;
import dev.assay.statement.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LedgerTest {
    private static final FileListing TWO = ExampleRecords.files();
    private static final FileListing ONE = new FileListing(List.of(ExampleRecords.file("letters/a.jsonl", "ash")));

    @TempDir
    Path directory;

    private ExampleLedger open() {
        return new ExampleLedger(directory.resolve("manifests.git"));
    }

    @Test
    void keepsEveryVersionAndItsStatements() {
        try (ExampleLedger example = open()) {
            Published first = example.publish(example.scan(TWO, 0));
            Published second = example.publish(example.scan(ONE, 2));

            assertThat(first.step()).isEqualTo(Step.NEW_VERSION);
            assertThat(second.version().manifest().parent())
                    .contains(first.version().manifest().asParent());
            StoredVersion latest = example.ledger.latest(ExampleRecords.ID).orElseThrow();
            assertThat(latest.name()).isEqualTo("garden-letters@2");
            assertThat(latest.files()).isEqualTo(ONE);
            assertThat(latest.samples()).isEqualTo(ExampleRecords.samples());
            assertThat(latest.bundle().envelopes())
                    .hasSize(2)
                    .allSatisfy(envelope -> assertThat(envelope.statement().isAbout(latest.manifest()))
                            .isTrue());
            assertThat(example.ledger
                            .version(ExampleRecords.ID, 1)
                            .orElseThrow()
                            .manifestBytes())
                    .isEqualTo(first.version().manifestBytes());
            assertThat(example.ledger.datasets()).containsExactly(ExampleRecords.ID);
            assertThat(example.ledger.history(ExampleRecords.ID))
                    .extracting(HistoryEntry::title)
                    .containsExactly(
                            "Record garden-letters@2: scanned, needs-approval by assay-default 1",
                            "Record garden-letters@1: scanned, pass by assay-default 1");
        }
    }

    @Test
    void aRescanOfTheSameBytesIsNoNewVersionButIsRecorded() {
        try (ExampleLedger example = open()) {
            Published first = example.publish(example.scan(TWO, 0));
            Published again = example.publish(example.scan(TWO, 0));

            assertThat(again.step()).isEqualTo(Step.NEW_STATEMENTS);
            assertThat(again.version().manifestBytes())
                    .isEqualTo(first.version().manifestBytes());
            assertThat(again.version().bundle().envelopes()).hasSize(4);
            assertThat(example.ledger.version(ExampleRecords.ID, 2)).isEmpty();
        }
    }

    @Test
    void aDraftWithNothingToSayCommitsNothing() {
        try (ExampleLedger example = open()) {
            Published first = example.publish(example.scan(TWO, 0));
            Published nothing = example.ledger.publish(ExampleRecords.ID, latest -> Optional.empty());

            assertThat(nothing.step()).isEqualTo(Step.UNCHANGED);
            assertThat(nothing.commit()).isEqualTo(first.commit());
        }
    }

    @Test
    void refusesAVersionThatDoesNotFollowTheLatest() {
        try (ExampleLedger example = open()) {
            Publication first = example.scan(TWO, 0).against(Optional.empty()).orElseThrow();
            Publication rival = example.scan(ONE, 0).against(Optional.empty()).orElseThrow();
            example.ledger.publish(ExampleRecords.ID, latest -> Optional.of(first));

            assertThatThrownBy(() -> example.ledger.publish(ExampleRecords.ID, latest -> Optional.of(rival)))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("does not follow the newest");
        }
    }

    @Test
    void refusesStatementsNoGateWouldBelieve() {
        try (ExampleLedger example = open()) {
            Publication good = example.scan(TWO, 0).against(Optional.empty()).orElseThrow();
            SigningKey stranger = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
            List<Envelope> forged = good.statements().stream()
                    .map(envelope -> Envelope.sign(envelope.statement(), stranger))
                    .toList();
            Publication bad = new Publication(
                    good.manifest(), good.files(), good.samples(), forged, null, null, stranger, "forged");

            assertThatThrownBy(() -> example.ledger.publish(ExampleRecords.ID, latest -> Optional.of(bad)))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("not signed by a key with the role scanner");
            assertThat(example.ledger.latest(ExampleRecords.ID)).isEmpty();
        }
    }

    @Test
    void theFirstKeysStay() {
        Roles before;
        try (ExampleLedger example = open()) {
            before = example.ledger.roles();
        }
        try (ExampleLedger another = open()) {
            assertThat(another.ledger.roles()).isEqualTo(before);
            assertThat(another.ledger.roles().keys().get(0).key()).isNotEqualTo(another.key.key());
        }
    }

    @Test
    void leavesNothingBesideTheRepository() throws Exception {
        try (ExampleLedger example = open()) {
            example.publish(example.scan(TWO, 0));
        }
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).containsExactly(directory.resolve("manifests.git"));
        }
    }

    @Test
    void refusesADirectoryThatIsNoRepository() throws Exception {
        Files.createDirectories(directory.resolve("manifests.git"));
        Files.writeString(directory.resolve("manifests.git/notes.txt"), "mine");

        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("is no git repository")
                .hasMessageContaining("manifests.repository");
    }

    @Test
    void refusesABranchThatIsCheckedOut() throws Exception {
        try (Repository plain = new FileRepositoryBuilder()
                .setWorkTree(directory.resolve("manifests.git").toFile())
                .setInitialBranch("main")
                .build()) {
            plain.create();
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("has the branch main checked out")
                .hasMessageContaining("manifests.branch");
    }

    @Test
    void writesBesideTheWorkTreeOfAPlainRepositoryOnAnotherBranch() throws Exception {
        try (Repository plain = new FileRepositoryBuilder()
                .setWorkTree(directory.resolve("manifests.git").toFile())
                .setInitialBranch("drafts")
                .build()) {
            plain.create();
        }
        try (ExampleLedger example = open()) {
            example.publish(example.scan(TWO, 0));

            assertThat(example.ledger.latest(ExampleRecords.ID)).isPresent();
        }
    }

    @Test
    void saysWhenTheTrustFileIsGone() throws Exception {
        try (ExampleLedger example = open()) {
            example.overwrite("trust/roles.yaml", new byte[0]);

            assertThatThrownBy(example.ledger::roles).hasMessageContaining("trust/roles.yaml");
        }
    }

    @Test
    void readsAndWritesNoConfigurationButTheRepositorys() {
        try (ExampleLedger example = open()) {
            SystemReader reader = SystemReader.getInstance();

            assertThat(reader).isInstanceOf(IsolatedSystemReader.class);
            assertThat(reader.openUserConfig(null, FS.DETECTED).getSections()).containsExactly("core");
            assertThat(reader.getenv("GIT_DIR")).isNull();
            assertThat(example.ledger.head()).isPresent();
        }
    }

    /** Else JGit measures the file system's clock for seconds at every start, with probe files. */
    @Test
    void tellsJgitHowFineFileTimesAre() {
        try (ExampleLedger example = open()) {
            assertThat(example.ledger.head()).isPresent();
            assertThat(FS.getFileStoreAttributes(directory).getFsTimestampResolution())
                    .isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void tellsAnotherVersionsManifestFromATamperedOne() throws Exception {
        try (ExampleLedger example = open()) {
            StoredVersion version = example.publish(example.scan(TWO, 0)).version();
            example.ledger.requireContinuable(ExampleRecords.ID);
            TreeMap<String, Json> members =
                    new TreeMap<>(version.manifest().toJson().members());
            members.remove("efficacy");
            byte[] older = new JsonObject(members).canonicalBytes();
            Statement first = version.bundle().envelopes().get(0).statement();
            Statement about = new Statement(
                    List.of(Subject.of(version.name(), "sha256", Sha256.hex(older))),
                    first.predicateType(),
                    first.predicate());

            example.overwrite(Layout.manifest(ExampleRecords.ID, 1), withLineFeed(older));
            assertThatThrownBy(() -> example.ledger.requireContinuable(ExampleRecords.ID))
                    .isInstanceOf(ManifestException.class)
                    .hasMessageContaining("garden-letters@1")
                    .hasMessageContaining("efficacy")
                    .hasMessageContaining("No good signature");

            example.overwrite(
                    Layout.statements(ExampleRecords.ID, 1),
                    new Bundle(List.of(Envelope.sign(about, example.key))).fileBytes());
            assertThatThrownBy(() -> example.ledger.requireContinuable(ExampleRecords.ID))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("garden-letters@1")
                    .hasMessageContaining("another version of assay wrote it")
                    .hasMessageContaining("manifests.branch");
        }
    }

    private static byte[] withLineFeed(byte[] text) {
        byte[] file = Arrays.copyOf(text, text.length + 1);
        file[text.length] = '\n';
        return file;
    }
}

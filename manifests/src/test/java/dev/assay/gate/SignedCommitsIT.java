package dev.assay.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.config.CommitDemand;
import dev.assay.config.CommitSigning;
import dev.assay.config.Policy;
import dev.assay.ledger.ExampleLedger;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileListing;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Role;
import dev.assay.statement.SigningKey;
import dev.assay.statement.SshKey;
import dev.assay.statement.TrustedKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commits of the ledger that are SSH-signed, by the gate and by git itself. */
class SignedCommitsIT {
    private static final FileListing FEWER = new FileListing(List.of(ExampleRecords.file("letters/a.jsonl", "ash")));

    @TempDir
    Path directory;

    private ExampleLedger ledger(CommitSigning signing, KeyAlgorithm algorithm) {
        return new ExampleLedger(directory.resolve("m.git"), SigningKey.generate(algorithm), signing);
    }

    private static GateCheck commits(ExampleLedger example, CommitDemand demand, String since) {
        GateRequest request = new GateRequest(
                ExampleRecords.ID,
                null,
                Policy.builtIn(),
                new TrustAnchors(Set.of(), since.isEmpty() ? null : since, demand, TrustAnchors.Timestamps.NONE, null),
                IntendedUse.UNSAID,
                BytesMode.FULL);
        return Gate.verify(request, example.ledger, (expected, mode) -> Map.of(), example.clock).checks().stream()
                .filter(check -> check.name().equals(CommitCheck.NAME))
                .findFirst()
                .orElseThrow();
    }

    private String git(int code, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "--git-dir", directory.resolve("m.git").toString()));
        command.addAll(List.of("-c", "gpg.ssh.allowedSignersFile=" + directory.resolve("allowed")));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            assumeTrue(false, "There is no git on the PATH: commits were not verified with it.");
            throw missing;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    private void allow(ExampleLedger example) throws IOException {
        String lines = example.ledger.roles().keys().stream()
                .map(SshKey::allowedSigner)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(directory.resolve("allowed"), lines);
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void gitAndTheGateAcceptThem(KeyAlgorithm algorithm) throws Exception {
        try (ExampleLedger example = ledger(CommitSigning.SSH, algorithm)) {
            example.publish(example.scan(FEWER, 0));
            allow(example);
            assertThat(git(0, "verify-commit", "main")).contains("Good \"git\" signature for first");
            git(0, "verify-commit", "main~1");
            assertThat(git(0, "log", "--show-signature", "main"))
                    .doesNotContain("No signature")
                    .contains("Good \"git\" signature for first");
            assertThat(git(0, "fsck", "--strict", "--full")).doesNotContain("error");
            Files.writeString(
                    directory.resolve("allowed"),
                    SshKey.allowedSigner(new TrustedKey(
                                    "somebody",
                                    Set.of(Role.OWNER),
                                    SigningKey.generate(algorithm).key()))
                            + "\n");
            git(1, "verify-commit", "main");

            GateCheck all = commits(example, CommitDemand.SIGNED, "");
            assertThat(all.state()).as(all.detail()).isEqualTo(GateCheck.State.PASSED);
            assertThat(all.detail()).contains("2 commits, each SSH-signed by a key trusted then: first.");
            assertThat(commits(example, CommitDemand.ANY, "").detail())
                    .contains("The newest commit is SSH-signed by first");
        }
    }

    @Test
    void aKeyThatWasAddedAndRemovedAgainCountsForItsTime() {
        try (ExampleLedger example = ledger(CommitSigning.SSH, KeyAlgorithm.ECDSA_P256)) {
            example.publish(example.scan(FEWER, 0));
            SigningKey second = SigningKey.generate(KeyAlgorithm.ED25519);
            example.trust(new TrustedKey("second", Set.of(Role.OWNER), second.key()));
            example.ledger.changeTrust(
                    trust -> trust.change(
                            trust.roles().without(second.key().fingerprint()), "Left.", List.of(second), example.clock),
                    second,
                    "Trust");
            assertThat(commits(example, CommitDemand.SIGNED, "").detail())
                    .contains("4 commits")
                    .contains("first, second");
        }
    }

    @Test
    void unsignedAndForeignCommitsAreRefusedWhereSignedOnesAreDemanded() throws Exception {
        try (ExampleLedger example = ledger(CommitSigning.SSH, KeyAlgorithm.ECDSA_P256)) {
            example.publish(example.scan(FEWER, 0));
            String good = example.ledger.head().orElseThrow();
            SigningKey stranger = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
            example.overwrite("note.txt", new byte[] {1}, stranger, CommitSigning.SSH);
            GateCheck foreign = commits(example, CommitDemand.SIGNED, "");
            assertThat(foreign.state()).isEqualTo(GateCheck.State.FAILED);
            assertThat(foreign.exit()).isEqualTo(ExitCode.INTEGRITY);
            assertThat(foreign.detail())
                    .contains("1 of 3 commits not SSH-signed by a key trusted then")
                    .contains(example.ledger.head().orElseThrow());

            example.moveBranch(good);
            example.overwrite("note.txt", new byte[] {1}, example.key, CommitSigning.OFF);
            String unsigned = example.ledger.head().orElseThrow();
            assertThat(commits(example, CommitDemand.SIGNED, "").detail()).contains("1 of 3 commits not SSH-signed");
            GateCheck undemanded = commits(example, CommitDemand.ANY, "");
            assertThat(undemanded.state()).isEqualTo(GateCheck.State.PASSED);
            assertThat(undemanded.detail()).contains("The newest commit is not SSH-signed by a trusted key");

            // Signing began after the pinned commit.
            example.overwrite("note.txt", new byte[] {2}, example.key, CommitSigning.SSH);
            assertThat(commits(example, CommitDemand.SIGNED, unsigned).detail())
                    .contains("1 commit since the pinned one, each SSH-signed");
        }
    }

    /** The signature of one commit, put onto another. */
    @Test
    void aSignatureOfAnotherCommitIsRefused() throws Exception {
        try (ExampleLedger example = ledger(CommitSigning.SSH, KeyAlgorithm.ED25519)) {
            example.publish(example.scan(FEWER, 0));
            String text = git(0, "cat-file", "commit", "main");
            Path forged = Files.writeString(directory.resolve("forged"), text.replace("Record", "Forged"));
            String id = git(0, "hash-object", "-t", "commit", "-w", forged.toString())
                    .strip();
            example.moveBranch(id);

            assertThat(commits(example, CommitDemand.SIGNED, "").state()).isEqualTo(GateCheck.State.FAILED);
            allow(example);
            git(1, "verify-commit", "main");
        }
    }
}

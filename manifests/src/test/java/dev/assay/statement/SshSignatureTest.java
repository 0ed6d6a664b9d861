package dev.assay.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SshSignatureTest {
    private static final byte[] MESSAGE = "a commit".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private static SigningKey key() {
        return SigningKey.generate(KeyAlgorithm.ED25519);
    }

    private String said(int code, Path input, String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(input.toFile())
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, "ssh-keygen is not on the PATH; signatures were not checked with it.");
            throw missing;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void sshKeygenVerifiesWhatIsSigned(KeyAlgorithm algorithm) throws Exception {
        SigningKey key = SigningKey.generate(algorithm);
        Path message = Files.write(directory.resolve("message"), MESSAGE);
        Path other = Files.writeString(directory.resolve("other"), "another commit");
        String line = SshKey.allowedSigner(new TrustedKey("Ada  Wren, *", Set.of(Role.PRIVACY), key.key()));
        Files.writeString(directory.resolve("allowed"), line + "\n");
        assertThat(line).startsWith("Ada.Wren. namespaces=\"git\" ");
        // Numbers with and without a sign byte, long and short ones.
        for (int round = 0; round < 20; round++) {
            Files.writeString(
                    directory.resolve("sig"),
                    SshSignature.sign("git", MESSAGE, key).armored());
            String[] verify = {
                "ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "Ada.Wren.", "-n", "git", "-s", "sig"
            };
            assertThat(said(0, message, verify)).contains("Good \"git\" signature for Ada.Wren.");
            said(255, other, verify);
        }
    }

    @Test
    void verifiesWhatSshKeygenSigned() throws Exception {
        Path message = Files.write(directory.resolve("message"), MESSAGE);
        Path nothing = Files.createFile(directory.resolve("nothing"));
        said(0, nothing, "ssh-keygen", "-q", "-t", "ecdsa", "-b", "256", "-N", "", "-f", "id");
        said(0, nothing, "ssh-keygen", "-q", "-Y", "sign", "-f", "id", "-n", "git", "message");
        VerifyingKey key = VerifyingKey.fromPem(said(0, nothing, "ssh-keygen", "-e", "-m", "PKCS8", "-f", "id.pub"));
        SshSignature signature = SshSignature.parse(Files.readString(directory.resolve("message.sig")));

        assertThat(message).exists();
        assertThat(signature.verifies(key, "git", MESSAGE)).isTrue();
        assertThat(Files.readString(directory.resolve("id.pub")))
                .contains(Base64.getEncoder().encodeToString(SshKey.blob(key)));
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void refusesAnotherMessageUseOrKey(KeyAlgorithm algorithm) {
        SigningKey key = SigningKey.generate(algorithm);
        SshSignature read =
                SshSignature.parse(SshSignature.sign("git", MESSAGE, key).armored());

        assertThat(read.verifies(key.key(), "git", MESSAGE)).isTrue();
        assertThat(read.verifies(key.key(), "git", new byte[] {1})).isFalse();
        assertThat(read.verifies(key.key(), "file", MESSAGE)).isFalse();
        assertThat(read.verifies(SigningKey.generate(algorithm).key(), "git", MESSAGE))
                .isFalse();
    }

    /** Whatever byte is flipped, it is refused or verifies nothing. */
    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void refusesEveryFlippedByte(KeyAlgorithm algorithm) {
        SigningKey key = SigningKey.generate(algorithm);
        byte[] whole = blob(SshSignature.sign("git", MESSAGE, key).armored());
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            assertThat(verifies(flipped, key)).as("byte " + at).isFalse();
        }
    }

    @Test
    void refusesWhatIsCutShortOrTooLong() {
        byte[] whole = blob(SshSignature.sign("git", MESSAGE, key()).armored());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SshSignature.parse(armored(cut))).isInstanceOf(StatementException.class);
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatThrownBy(() -> SshSignature.parse(armored(longer)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("bytes behind its end");
        assertThatThrownBy(() -> SshSignature.parse("-----BEGIN PGP SIGNATURE-----"))
                .hasMessageContaining("Not an SSH signature");
    }

    private static boolean verifies(byte[] blob, SigningKey key) {
        try {
            return SshSignature.parse(armored(blob)).verifies(key.key(), "git", MESSAGE);
        } catch (StatementException refused) {
            return false;
        }
    }

    private static byte[] blob(String armored) {
        return Base64.getMimeDecoder().decode(armored.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String armored(byte[] blob) {
        return "-----BEGIN SSH SIGNATURE-----\n" + Base64.getEncoder().encodeToString(blob)
                + "\n-----END SSH SIGNATURE-----\n";
    }
}

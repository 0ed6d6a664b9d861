package dev.assay.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class KeyFilesTest {
    private static final byte[] MESSAGE = "ash".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private static char[] noPassphrase() {
        throw new AssertionError("Nobody should have asked for a passphrase");
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void readsWhatItWrites(KeyAlgorithm algorithm) throws Exception {
        SigningKey key = SigningKey.generate(algorithm);
        Path file = directory.resolve("keys/scanner.pem");
        KeyFiles.write(key, file);

        SigningKey read = KeyFiles.read(file, KeyFilesTest::noPassphrase);

        assertThat(read.key()).isEqualTo(key.key());
        assertThat(key.key().verifies(MESSAGE, read.sign(MESSAGE))).isTrue();
        assertThat(KeyFiles.readPublic(directory.resolve("keys/scanner.pub.pem")))
                .isEqualTo(key.key());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(read.toString()).contains(key.key().fingerprint()).doesNotContain("PRIVATE");
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void encryptsWithAPassphrase(KeyAlgorithm algorithm) throws Exception {
        SigningKey key = SigningKey.generate(algorithm);
        Path file = directory.resolve("scanner.pem");
        KeyFiles.writeEncrypted(key, file, "blue door".toCharArray());

        assertThat(KeyFiles.read(file, () -> "blue door".toCharArray()).key()).isEqualTo(key.key());
        assertThat(Files.readString(file)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThatThrownBy(() -> KeyFiles.read(file, () -> "red door".toCharArray()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("the passphrase is wrong")
                .hasMessageNotContaining("red door");
    }

    @Test
    void neverReplacesAKey() {
        Path file = directory.resolve("scanner.pem");
        KeyFiles.write(SigningKey.generate(KeyAlgorithm.ED25519), file);

        assertThatThrownBy(() -> KeyFiles.write(SigningKey.generate(KeyAlgorithm.ED25519), file))
                .hasMessageContaining("a key is never replaced");
    }

    @Test
    void refusesAKeyOthersCanRead() throws Exception {
        Path file = directory.resolve("scanner.pem");
        KeyFiles.write(SigningKey.generate(KeyAlgorithm.ED25519), file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyFiles.read(file, KeyFilesTest::noPassphrase))
                .hasMessageContaining("chmod 600");
    }

    @Test
    void refusesHalvesOfTwoKeys() throws Exception {
        Path file = directory.resolve("scanner.pem");
        KeyFiles.write(SigningKey.generate(KeyAlgorithm.ECDSA_P256), file);
        Files.writeString(
                KeyFiles.publicFile(file),
                SigningKey.generate(KeyAlgorithm.ECDSA_P256).key().toPem());

        assertThatThrownBy(() -> KeyFiles.read(file, KeyFilesTest::noPassphrase))
                .hasMessageContaining("do not belong together");
    }

    @Test
    void saysHowToMakeAMissingKey() {
        assertThatThrownBy(() -> KeyFiles.read(directory.resolve("none.pem"), KeyFilesTest::noPassphrase))
                .hasMessageContaining("There is no key file")
                .hasMessageContaining("assay keys");
    }

    @Test
    void takesKeysMadeByOpenssl() throws Exception {
        OpenSsl.run(directory, "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "k.pem");
        OpenSsl.run(directory, "pkey", "-in", "k.pem", "-pubout", "-out", "k.pub.pem");
        Path file = directory.resolve("k.pem");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        SigningKey key = KeyFiles.read(file, KeyFilesTest::noPassphrase);

        assertThat(key.key().algorithm()).isEqualTo(KeyAlgorithm.ECDSA_P256);
        assertThat(key.key().verifies(MESSAGE, key.sign(MESSAGE))).isTrue();
    }

    @Test
    void refusesOtherCurves() throws Exception {
        OpenSsl.run(directory, "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384", "-out", "k.pem");
        OpenSsl.run(directory, "pkey", "-in", "k.pem", "-pubout", "-out", "k.pub.pem");

        assertThatThrownBy(() -> KeyFiles.readPublic(directory.resolve("k.pub.pem")))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("neither on NIST P-256 nor Ed25519");
    }

    @Test
    void opensslAndWeReadEachOthersEncryptedKeys() throws Exception {
        SigningKey key = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
        Path ours = directory.resolve("ours.pem");
        KeyFiles.writeEncrypted(key, ours, "blue door".toCharArray());

        OpenSsl.Result pub = OpenSsl.run(directory, "pkey", "-in", "ours.pem", "-passin", "pass:blue door", "-pubout");
        assertThat(pub.output()).isEqualTo(key.key().toPem());

        OpenSsl.run(
                directory,
                "pkcs8",
                "-topk8",
                "-v2",
                "aes-256-cbc",
                "-in",
                "ours.pem",
                "-passin",
                "pass:blue door",
                "-passout",
                "pass:red door",
                "-out",
                "theirs.pem");
        Files.setPosixFilePermissions(directory.resolve("theirs.pem"), PosixFilePermissions.fromString("rw-------"));
        Files.copy(directory.resolve("ours.pub.pem"), directory.resolve("theirs.pub.pem"));
        assertThat(KeyFiles.read(directory.resolve("theirs.pem"), () -> "red door".toCharArray())
                        .key())
                .isEqualTo(key.key());
    }
}

package dev.assay.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KeyStoresTest {
    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private Path store(String... aliases) throws IOException, InterruptedException {
        Path file = directory.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        for (String alias : aliases) {
            Process made = new ProcessBuilder(List.of(
                            keytool,
                            "-genkeypair",
                            "-keystore",
                            file.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "invented-passphrase",
                            "-alias",
                            alias,
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=Ada Wren"))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(made.waitFor()).as(said).isZero();
        }
        return file;
    }

    @Test
    void signsWithTheKeyOfAPkcs12File() throws Exception {
        SigningKey key = KeyStores.pkcs12(store("ada"), null, "invented-passphrase"::toCharArray);

        assertThat(key.key().algorithm()).isEqualTo(KeyAlgorithm.ECDSA_P256);
        assertThat(key.key().verifies(MESSAGE, key.sign(MESSAGE))).isTrue();
    }

    @Test
    void asksWhichOfSeveralKeys() throws Exception {
        Path file = store("ada", "tom");

        assertThatThrownBy(() -> KeyStores.pkcs12(file, null, "invented-passphrase"::toCharArray))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("has 2 keys");
        assertThat(KeyStores.pkcs12(file, "tom", "invented-passphrase"::toCharArray)
                        .key())
                .isNotEqualTo(KeyStores.pkcs12(file, "ada", "invented-passphrase"::toCharArray)
                        .key());
    }

    @Test
    void refusesAWrongPassphraseAndAMissingFile() throws Exception {
        Path file = store("ada");

        assertThatThrownBy(() -> KeyStores.pkcs12(file, null, "another"::toCharArray))
                .hasMessageContaining("the passphrase is wrong");
        assertThatThrownBy(() -> KeyStores.pkcs12(directory.resolve("none.p12"), null, "x"::toCharArray))
                .hasMessageContaining("There is no key file");
    }
}

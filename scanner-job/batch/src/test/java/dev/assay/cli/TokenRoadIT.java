package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace and a person whose keys lie on a PKCS#11 token: SoftHSM's, which imitates one in files. */
class TokenRoadIT {
    private static final String PIN = "246810";

    @TempDir
    Path directory;

    private Path library;

    @BeforeEach
    void makeToken() throws Exception {
        Optional<Path> softHsm = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib64/softhsm/libsofthsm2.so",
                        "/usr/local/lib/softhsm/libsofthsm2.so",
                        "/opt/homebrew/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(softHsm.isPresent(), "SoftHSM is not installed: keys on a token were not tried.");
        library = softHsm.get();
        Path tokens = Files.createDirectory(directory.resolve("tokens"));
        write(
                "softhsm2.conf",
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        write("token.cfg", "name = token\nlibrary = " + library + "\nslotListIndex = 0\n");
        assertThat(process(
                                "softhsm2-util",
                                "--init-token",
                                "--free",
                                "--label",
                                "desk",
                                "--so-pin",
                                "13579",
                                "--pin",
                                PIN)
                        .code())
                .isZero();
        key("scanner", "EC", "-groupname", "secp256r1");
    }

    private void key(String label, String... algorithm) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-keystore", "NONE", "-storetype", "PKCS11", "-storepass", PIN));
        command.addAll(List.of("-providerClass", "sun.security.pkcs11.SunPKCS11", "-providerArg", "token.cfg"));
        command.addAll(List.of("-alias", label, "-dname", "CN=" + label, "-keyalg"));
        command.addAll(List.of(algorithm));
        CommandRun made = process(command.toArray(String[]::new));
        assertThat(made.code()).as(made.said()).isZero();
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void settings(String pkcs11) throws IOException {
        write("assay.yaml", "keys: {scanner: 'pkcs11:', pkcs11: {" + pkcs11 + "}}\n");
    }

    /** Processes of their own: the token's library learns from the environment where the token is. */
    private CommandRun process(String... command) throws Exception {
        return withPin(PIN, command);
    }

    private CommandRun withPin(String pin, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment()
                .put("SOFTHSM2_CONF", directory.resolve("softhsm2.conf").toString());
        builder.environment().put("ASSAY_KEY_PASSPHRASE", pin);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandRun(process.waitFor(), said, "");
    }

    private CommandRun assay(int code, String pin, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Assay.class.getName()));
        command.addAll(List.of(args));
        CommandRun run = withPin(pin, command.toArray(String[]::new));
        assertThat(run.code()).as(String.join(" ", args) + "\n" + run.said()).isEqualTo(code);
        return run;
    }

    @Test
    void aWorkspaceAndAPersonSignOnATokenAndAnybodyVerifiesWithoutIt() throws Exception {
        key("ada", "EC", "-groupname", "secp256r1");
        settings("library: " + library + ", label: scanner");
        write("crm/dataset.yaml", "id: crm\npurposes: [ai-evaluation]\nlocation: data\n");
        write("crm/data/people.csv", "id,mail\n1,ada.wren@finchpost.net\n");
        assay(3, PIN, "scan", "crm/dataset.yaml");
        assertThat(directory.resolve(".assay/keys/scanner.pub.pem")).exists();
        assertThat(directory.resolve(".assay/keys/scanner.pem")).doesNotExist();

        // The person's public half, as the documentation says to have it.
        CommandRun certificate = process(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-exportcert",
                "-rfc",
                "-keystore",
                "NONE",
                "-storetype",
                "PKCS11",
                "-storepass",
                PIN,
                "-providerClass",
                "sun.security.pkcs11.SunPKCS11",
                "-providerArg",
                "token.cfg",
                "-alias",
                "ada");
        write("ada.crt", certificate.out().substring(certificate.out().indexOf("-----BEGIN")));
        write(
                "ada.pub.pem",
                process("openssl", "x509", "-pubkey", "-noout", "-in", "ada.crt")
                        .out());
        assay(0, PIN, "trust", "--add", "ada.pub.pem", "--holder", "Ada Wren", "--role", "privacy");
        String[] approve = {
            "approve", "crm@1", "--purpose", "ai-evaluation", "--expires", "30d", "--review", "All", "-k"
        };
        assay(
                0,
                PIN,
                Stream.concat(Stream.of(approve), Stream.of("pkcs11:#ada")).toArray(String[]::new));
        assay(
                0,
                PIN,
                Stream.concat(Stream.of(approve), Stream.of("pkcs11:token.cfg#ada"))
                        .toArray(String[]::new));

        CommandRun verified = CommandRun.in(directory, "verify", "crm/dataset.yaml");
        assertThat(verified.code()).as(verified.said()).isZero();
        assertThat(verified.err()).contains("4 statements, each signed by a key with its role");
        CommandRun gate = CommandRun.in(directory, "gate", "crm/dataset.yaml", "--purpose", "ai-evaluation");
        assertThat(gate.code()).as(gate.said()).isZero();
    }

    @Test
    void saysWhatIsWrongWithTheKey() throws Exception {
        key("rounded", "RSA", "-keysize", "2048");
        settings("library: " + library);
        assertThat(assay(5, PIN, "keys").out()).contains("has 2 keys; say which with #label: [rounded, scanner]");
        settings("library: " + library + ", label: nobody");
        assertThat(assay(5, PIN, "keys").out())
                .contains("No private key `nobody` on the token in the first slot of ")
                .contains("which has: [rounded, scanner]");
        settings("library: " + library + ", label: rounded");
        assertThat(assay(5, PIN, "keys").out())
                .contains("Cannot sign with `rounded` (RSA)")
                .contains("neither on NIST P-256 nor Ed25519");
        settings("library: " + library + ", label: scanner");
        assertThat(assay(5, "999999", "keys").out())
                .contains("the PIN is wrong")
                .doesNotContain("999999");
        assertThat(assay(5, "", "keys").out())
                .contains("needs a PIN; put it into the environment variable ASSAY_KEY_PASSPHRASE");
        settings("library: " + library + ", slot: 1, label: scanner");
        assertThat(assay(5, PIN, "keys").out()).contains("it is not initialised, or has no PIN yet");
        settings("library: " + library + ", slot: 77, label: scanner");
        assertThat(assay(5, PIN, "keys").out()).contains("there is no token in the slot");
        settings("library: /nowhere/libtoken.so, label: scanner");
        assertThat(assay(5, PIN, "keys").out()).contains("There is no PKCS#11 library /nowhere/libtoken.so");
        settings("");
        assertThat(assay(5, PIN, "keys").out()).contains("name the token's shared library under `keys.pkcs11.library`");
    }

    @Test
    void aKeyThatChangedUnderItsNameIsRefused() throws Exception {
        settings("library: " + library + ", label: scanner");
        write("crm/data/people.csv", "id,note\n1,hello\n");
        assay(0, PIN, "keys");
        key("second", "EC", "-groupname", "secp256r1");
        settings("library: " + library + ", label: second");
        assertThat(assay(5, PIN, "scan", "crm/data").out()).contains("is not the one whose public half lies in");
    }
}

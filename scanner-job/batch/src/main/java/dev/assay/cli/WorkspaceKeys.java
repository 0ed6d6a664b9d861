package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.KeyException;
import dev.assay.statement.KeyFiles;
import dev.assay.statement.Signer;
import dev.assay.statement.SigningKey;
import dev.assay.statement.VerifyingKey;
import dev.assay.summary.SuppressionKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a workspace: its own, which signs, and those of others, whose signatures count. */
final class WorkspaceKeys {
    private static final String SCANNER = "scanner.pem";
    private static final String SUPPRESSION = "suppression.key";

    private final Workspace workspace;
    private final Console console;

    WorkspaceKeys(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    /** Where the public half of the workspace's own key lies, wherever the private one does. */
    Path publicFile() {
        return KeyFiles.publicFile(scannerFile());
    }

    private Path scannerFile() {
        return workspace.keys().directory().resolve(SCANNER);
    }

    /**
     * Makes the workspace's own key when there is none, and says so. Of a key that lies elsewhere the public half is put
     * where those who verify find it.
     */
    void makeIfMissing() {
        String elsewhere = workspace.keys().scanner();
        if (elsewhere != null) {
            keepPublicHalf(elsewhere);
            return;
        }
        Path file = scannerFile();
        if (Files.exists(file)) {
            return;
        }
        make(file, "this workspace signs with");
    }

    private void keepPublicHalf(String name) {
        if (!Files.exists(publicFile())) {
            VerifyingKey key = named(name).key();
            KeyFiles.writePublic(key, publicFile());
            console.say("This workspace signs with " + name + ", fingerprint " + key.fingerprint()
                    + "; its public half is in " + publicFile() + ".");
        }
    }

    private Signer named(String name) {
        return new NamedKeys(workspace, console, path -> workspace.home().resolve(path)).read(name);
    }

    /** Makes a key, encrypted if the environment holds a passphrase, and says so. */
    void make(Path file, String use) {
        SigningKey key = SigningKey.generate(KeyAlgorithm.ECDSA_P256);
        Optional<char[]> passphrase = passphrase();
        if (passphrase.isPresent()) {
            KeyFiles.writeEncrypted(key, file, passphrase.get());
        } else {
            KeyFiles.write(key, file);
        }
        console.say("Made the key " + use + ": " + file + ", fingerprint "
                + key.key().fingerprint() + ". Keep it out of version control.");
    }

    /** The key that signs. */
    Signer scanner() {
        String elsewhere = workspace.keys().scanner();
        return elsewhere == null ? ownFile() : matching(named(elsewhere), elsewhere);
    }

    /** A key that changed under its name would sign what this workspace's own readers then refuse. */
    private Signer matching(Signer key, String name) {
        if (Files.exists(publicFile()) && !KeyFiles.readPublic(publicFile()).equals(key.key())) {
            throw new KeyException("The key " + name + " is not the one whose public half lies in " + publicFile()
                    + ". If it was changed on purpose, move that file away.");
        }
        return key;
    }

    private Signer ownFile() {
        return KeyFiles.read(
                scannerFile(),
                () -> passphrase()
                        .orElseThrow(() -> new ConfigException("The key " + scannerFile()
                                + " is encrypted; put its passphrase into the environment variable "
                                + workspace.keys().passphraseEnv() + ".")));
    }

    private Path suppressionFile() {
        return workspace.keys().directory().resolve(SUPPRESSION);
    }

    /** The key that allow-listed values are digested with, if this workspace has one. */
    Optional<SuppressionKey> suppression() {
        Path file = suppressionFile();
        return Files.exists(file) ? Optional.of(secret(file)) : Optional.empty();
    }

    /** The key that the most common values are digested with, if the settings name one. */
    Optional<SuppressionKey> values() {
        return Optional.ofNullable(workspace.scan().valueKey()).map(WorkspaceKeys::secret);
    }

    private static SuppressionKey secret(Path file) {
        try {
            return SuppressionKey.parse(KeyFiles.readSecret(file));
        } catch (IllegalArgumentException damaged) {
            throw new KeyException("Cannot use the key " + file + ": " + damaged.getMessage() + ".", damaged);
        }
    }

    /** The same, made when there is none. */
    SuppressionKey suppressionOrNew() {
        Optional<SuppressionKey> present = suppression();
        if (present.isPresent()) {
            return present.get();
        }
        SuppressionKey fresh = SuppressionKey.generate();
        KeyFiles.writeSecret(fresh.text(), suppressionFile());
        console.say("Made the key that values are digested with: " + suppressionFile() + ", " + fresh.id()
                + ". Keep it out of version control; every workspace that scans by the policy needs it.");
        return fresh;
    }

    /** The keys whose signatures count: the workspace's own and those it was told to trust. */
    List<VerifyingKey> trusted() {
        List<VerifyingKey> keys = new ArrayList<>();
        Path own = publicFile();
        if (Files.exists(own)) {
            keys.add(KeyFiles.readPublic(own));
        }
        trustedFiles().forEach(file -> keys.add(KeyFiles.readPublic(file)));
        return List.copyOf(keys);
    }

    /** The files under {@code trust.public-keys}, directories opened. */
    List<Path> trustedFiles() {
        List<Path> files = new ArrayList<>();
        for (Path given : workspace.trust().publicKeys()) {
            if (Files.isDirectory(given)) {
                files.addAll(pemFiles(given));
            } else {
                files.add(given);
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> pemFiles(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .toList();
        } catch (IOException trouble) {
            throw new UncheckedIOException("Cannot list the trusted keys in " + directory + ".", trouble);
        }
    }

    private Optional<char[]> passphrase() {
        return Optional.ofNullable(console.environment().get(workspace.keys().passphraseEnv()))
                .filter(value -> !value.isEmpty())
                .map(String::toCharArray);
    }
}

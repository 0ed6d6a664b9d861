package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.statement.KeyFiles;
import dev.assay.statement.KeyStores;
import dev.assay.statement.Roles;
import dev.assay.statement.SigningKey;
import dev.assay.statement.TrustedKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose key signs what a person states. */
final class SignerOptions {
    private static final String TOKEN = "pkcs11:";

    @Option(
            names = {"-k", "--key"},
            paramLabel = "<key>",
            description = {
                "Your key: a PEM file, a PKCS#12 file (*.p12, *.pfx, with #alias if it holds several), or pkcs11:<file>"
                        + " with the JDK's configuration of a token. Default: the workspace's own"
            })
    @Nullable String key;

    SigningKey read(Workspace workspace, Console console) {
        return key == null ? new WorkspaceKeys(workspace, console).scanner() : read(key, workspace, console);
    }

    static SigningKey read(String given, Workspace workspace, Console console) {
        boolean token = given.startsWith(TOKEN);
        String name = token ? given.substring(TOKEN.length()) : given;
        int hash = name.lastIndexOf('#');
        String alias = hash < 0 ? null : name.substring(hash + 1);
        Path file = console.resolve(Path.of(hash < 0 ? name : name.substring(0, hash)));
        String ending = file.toString();
        if (token) {
            return KeyStores.pkcs11(file, alias, () -> passphrase(workspace, console, given));
        }
        if (ending.endsWith(".p12") || ending.endsWith(".pfx")) {
            return KeyStores.pkcs12(file, alias, () -> passphrase(workspace, console, given));
        }
        return KeyFiles.read(console.resolve(Path.of(given)), () -> passphrase(workspace, console, given));
    }

    /** From the environment, else from the person at the terminal. */
    @SuppressWarnings("SystemConsoleNull") // since JDK 22 never null: whether there is a terminal was asked before
    private static char[] passphrase(Workspace workspace, Console console, String given) {
        String variable = workspace.keys().passphraseEnv();
        Optional<char[]> set = Optional.ofNullable(console.environment().get(variable))
                .filter(value -> !value.isEmpty())
                .map(String::toCharArray);
        if (set.isPresent()) {
            return set.get();
        }
        java.io.Console terminal = console.terminal() ? System.console() : null;
        char[] typed = terminal == null ? null : terminal.readPassword("Passphrase of %s: ", given);
        if (typed == null || typed.length == 0) {
            throw new ConfigException("The key " + given + " needs a passphrase; put it into the environment variable "
                    + variable + ", or call this at a terminal.");
        }
        return Arrays.copyOf(typed, typed.length);
    }

    /** The person a key belongs to. */
    static TrustedKey person(Roles roles, SigningKey key) {
        return roles.keys().stream()
                .filter(trusted -> trusted.key().equals(key.key()))
                .findFirst()
                .orElseThrow(() -> new ConfigException("The key " + key.key().fingerprint() + " is not in the ledger's "
                        + Roles.PATH + "; its owner adds it with `assay trust --add`."));
    }
}

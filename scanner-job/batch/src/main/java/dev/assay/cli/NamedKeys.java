package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.KeySettings;
import dev.assay.config.Workspace;
import dev.assay.statement.KeyFiles;
import dev.assay.statement.KeyStores;
import dev.assay.statement.Signer;
import dev.assay.statement.SignerProviders;
import dev.assay.statement.Token;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys by the names options and settings give them.
 *
 * <pre>
 * ada.pem               PEM
 * keys.p12#ada          PKCS#12, with the alias if it holds several
 * pkcs11:#ada           the token under keys.pkcs11, with the label if it holds several
 * pkcs11:card.cfg#ada   the token of a configuration file of the JDK
 * aws-kms:alias/ada     AWS KMS
 * scheme:rest           whatever another SignerProvider on the class path has
 * </pre>
 */
final class NamedKeys {
    private static final String TOKEN = "pkcs11:";

    private final Workspace workspace;
    private final Console console;
    private final UnaryOperator<Path> resolve;

    /**
     * A reader of keys.
     *
     * @param resolve what relative paths are relative to
     */
    NamedKeys(Workspace workspace, Console console, UnaryOperator<Path> resolve) {
        this.workspace = workspace;
        this.console = console;
        this.resolve = resolve;
    }

    Signer read(String given) {
        if (given.startsWith(TOKEN)) {
            return onToken(given.substring(TOKEN.length()), given);
        }
        Optional<Signer> elsewhere = SignerProviders.open(given, console.environment());
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Path file = resolve.apply(Path.of(beforeHash(given)));
        if (file.toString().endsWith(".p12") || file.toString().endsWith(".pfx")) {
            return KeyStores.pkcs12(file, afterHash(given), () -> secret("passphrase", given));
        }
        return KeyFiles.read(resolve.apply(Path.of(given)), () -> secret("passphrase", given));
    }

    private Signer onToken(String name, String given) {
        KeySettings.Pkcs11 settings = workspace.keys().pkcs11();
        String named = afterHash(name);
        String label = named == null ? settings.label() : named;
        String file = beforeHash(name);
        if (!file.isEmpty()) {
            return Token.configuredBy(resolve.apply(Path.of(file))).key(named, () -> secret("PIN", given));
        }
        Path library = settings.library();
        if (library == null) {
            throw new ConfigException("The key " + given
                    + " lies on no token: name the token's shared library under `keys.pkcs11.library`.");
        }
        return Token.of(library, settings.slot()).key(label, () -> secret("PIN", given));
    }

    private static String beforeHash(String name) {
        int hash = name.lastIndexOf('#');
        return hash < 0 ? name : name.substring(0, hash);
    }

    private static @Nullable String afterHash(String name) {
        int hash = name.lastIndexOf('#');
        return hash < 0 || hash + 1 == name.length() ? null : name.substring(hash + 1);
    }

    /** From the environment, else from the person at the terminal. */
    @SuppressWarnings("SystemConsoleNull") // since JDK 22 never null: whether there is a terminal was asked before
    private char[] secret(String what, String given) {
        String variable = workspace.keys().passphraseEnv();
        Optional<char[]> set = Optional.ofNullable(console.environment().get(variable))
                .filter(value -> !value.isEmpty())
                .map(String::toCharArray);
        if (set.isPresent()) {
            return set.get();
        }
        java.io.Console terminal = console.terminal() ? System.console() : null;
        char[] typed = terminal == null ? null : terminal.readPassword("The %s of %s: ", what, given);
        if (typed == null || typed.length == 0) {
            throw new ConfigException("The key " + given + " needs a " + what
                    + "; put it into the environment variable " + variable + ", or call this at a terminal.");
        }
        return Arrays.copyOf(typed, typed.length);
    }
}

package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.Workspace;
import dev.assay.statement.Roles;
import dev.assay.statement.Signer;
import dev.assay.statement.TrustedKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose key signs what a person states. */
final class SignerOptions {
    @Option(
            names = {"-k", "--key"},
            paramLabel = "<key>",
            description = {
                "Your key: a PEM file, a PKCS#12 file (*.p12, *.pfx, with #alias if it holds several), pkcs11:#label"
                        + " on the token under keys.pkcs11, or pkcs11:<file>#label with the JDK's configuration of a"
                        + " token, aws-kms:alias/name. Default: the workspace's own"
            })
    @Nullable String key;

    Signer read(Workspace workspace, Console console) {
        return key == null ? new WorkspaceKeys(workspace, console).scanner() : read(key, workspace, console);
    }

    /** A key as the option names it, paths relative to where the command was called. */
    static Signer read(String given, Workspace workspace, Console console) {
        return new NamedKeys(workspace, console, console::resolve).read(given);
    }

    /** The person a key belongs to. */
    static TrustedKey person(Roles roles, Signer key) {
        return roles.keys().stream()
                .filter(trusted -> trusted.key().equals(key.key()))
                .findFirst()
                .orElseThrow(() -> new ConfigException("The key " + key.key().fingerprint() + " is not in the ledger's "
                        + Roles.PATH + "; its owner adds it with `assay trust --add`."));
    }
}

package dev.assay.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Signing keys.
 *
 * @param directory holds PEM files and the key of this workspace's samples
 * @param passphraseEnv name of the environment variable with the passphrase of encrypted keys, or a token's PIN
 * @param scanner the key this workspace signs with, as the option {@code --key} takes it; null for a PEM file in the
 *     directory
 */
public record KeySettings(
        Path directory, String passphraseEnv, @Nullable String scanner, Pkcs11 pkcs11) {
    static KeySettings read(Section keys, Path home) {
        return new KeySettings(
                Workspace.path(keys, "directory", home, ".assay/keys"),
                keys.get("passphrase-env", "ASSAY_KEY_PASSPHRASE", Names::parseVariable),
                keys.findText("scanner").orElse(null),
                Pkcs11.read(keys.section("pkcs11"), home));
    }

    /**
     * The token that keys named {@code pkcs11:} lie on.
     *
     * @param library shared library that speaks for it
     * @param slot number of its slot, or null for the first one
     * @param label of the key when its name gives none, or null for the only one
     */
    public record Pkcs11(
            @Nullable Path library,
            @Nullable Integer slot,
            @Nullable String label) {
        private static Pkcs11 read(Section pkcs11, Path home) {
            Pkcs11 read = new Pkcs11(
                    pkcs11.find("library", text -> Workspace.resolve(home, text))
                            .orElse(null),
                    pkcs11.findInteger("slot", 0, Integer.MAX_VALUE)
                            .map(Long::intValue)
                            .orElse(null),
                    pkcs11.findText("label").orElse(null));
            if (read.library == null && (read.slot != null || read.label != null)) {
                pkcs11.problem("library", "is missing; a slot and a label belong to one");
            }
            return read;
        }
    }
}

package dev.assay.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#11 token: a smart card, a hardware security module or its imitation, reached through the JDK's own provider
 * (JDK Security Guide, "PKCS#11 Reference Guide"). Its private keys never leave it. The provider is not registered with
 * the runtime, so that nothing else comes to use the token.
 */
public final class Token {
    private static final String PROVIDER = "SunPKCS11";

    private final String name;
    private final String configuration;

    private Token(String name, String configuration) {
        this.name = name;
        this.configuration = configuration;
    }

    /**
     * The token in a slot of a library.
     *
     * @param library absolute path of the shared library that speaks for the token
     * @param slot number of its slot, or null for the first one
     * @throws KeyException if there is no such library
     */
    public static Token of(Path library, @Nullable Integer slot) {
        if (!Files.isRegularFile(library)) {
            throw new KeyException("There is no PKCS#11 library " + library
                    + ". Install the token's software, or name its shared library under `keys.pkcs11.library`.");
        }
        String path = library.toString();
        if (path.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\' || c == '$')) {
            throw new KeyException(
                    "The path of the PKCS#11 library " + library
                            + " holds a quotation mark, a backslash or a dollar sign, which the runtime cannot read; give a link to it.");
        }
        String which = slot == null ? "slotListIndex = 0" : "slot = " + slot;
        return new Token(
                "the token in " + (slot == null ? "the first slot" : "slot " + slot) + " of " + library,
                "--name = assay\nlibrary = \"" + path + "\"\n" + which + "\n");
    }

    /**
     * The token that a configuration file of the JDK's provider names.
     *
     * @throws KeyException if there is no such file
     */
    public static Token configuredBy(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new KeyException("There is no PKCS#11 configuration " + file + ".");
        }
        return new Token("the token of " + file, file.toString());
    }

    /**
     * A key of the token.
     *
     * @param label which key, or null for the only one
     * @param pin asked once: tokens lock themselves after a few wrong ones
     * @throws KeyException if it cannot be had
     */
    public SigningKey key(@Nullable String label, Supplier<char[]> pin) {
        Provider general = Security.getProvider(PROVIDER);
        if (general == null) {
            throw new KeyException("This Java runtime has no PKCS#11 provider (module jdk.crypto.cryptoki).");
        }
        try {
            Provider provider = general.configure(configuration);
            if (provider.getService("KeyStore", "PKCS11") == null) {
                throw new KeyException("There is no token in the slot: cannot use " + name + ". Insert it, or name its"
                        + " slot under `keys.pkcs11.slot`; `pkcs11-tool --list-slots` shows them.");
            }
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin.get());
            return KeyStores.key(store, label, null, name);
        } catch (IOException | GeneralSecurityException | InvalidParameterException | ProviderException trouble) {
            throw new KeyException("Cannot use " + name + ": " + reason(trouble), trouble);
        }
    }

    /** What the library's return value (PKCS#11 v3.1, section 5.1.6) means to the person in front of the token. */
    private static String reason(Throwable trouble) {
        Throwable deepest = trouble;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String said = String.valueOf(deepest.getMessage());
        if (said.contains("CKR_PIN_INCORRECT")
                || said.contains("CKR_PIN_LEN_RANGE")
                || said.contains("CKR_PIN_INVALID")) {
            return "the PIN is wrong. After a few wrong ones a token locks itself.";
        }
        if (said.contains("CKR_PIN_LOCKED")) {
            return "it is locked after too many wrong PINs; its security officer can unlock it.";
        }
        if (said.contains("CKR_USER_PIN_NOT_INITIALIZED") || said.contains("CKR_TOKEN_NOT_RECOGNIZED")) {
            return "it is not initialised, or has no PIN yet.";
        }
        if (said.contains("CKR_SLOT_ID_INVALID")
                || said.contains("CKR_TOKEN_NOT_PRESENT")
                || said.contains("slotListIndex")) {
            return "there is no token in the slot; `pkcs11-tool --list-slots` shows where there are some (" + said
                    + ").";
        }
        return said + ".";
    }
}

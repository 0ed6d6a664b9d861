package dev.assay.statement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keys in a PKCS#12 file, or on a token behind PKCS#11, through the runtime's own key stores. */
public final class KeyStores {
    private KeyStores() {}

    /**
     * A key of a PKCS#12 file.
     *
     * @param alias which key, or null for the only one
     * @param passphrase of the file and its keys
     * @throws KeyException if it cannot be had
     */
    public static SigningKey pkcs12(Path file, @Nullable String alias, Supplier<char[]> passphrase) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            char[] secret = passphrase.get();
            store.load(in, secret);
            return key(store, alias, secret, file.toString());
        } catch (NoSuchFileException missing) {
            throw new KeyException("There is no key file " + file + ".", missing);
        } catch (IOException | GeneralSecurityException trouble) {
            throw new KeyException(
                    "Cannot use the key " + file + ": the passphrase is wrong or the file is no PKCS#12.", trouble);
        }
    }

    /**
     * A key on a token. The private half never leaves it.
     *
     * @param configuration file that names the token's library, as the JDK's PKCS#11 provider reads it
     * @param alias which key, or null for the only one
     * @param pin of the token
     * @throws KeyException if it cannot be had
     */
    public static SigningKey pkcs11(Path configuration, @Nullable String alias, Supplier<char[]> pin) {
        try {
            Provider provider = Security.getProvider("SunPKCS11");
            if (provider == null) {
                throw new KeyException("This Java runtime has no PKCS#11 provider.");
            }
            Provider token = provider.configure(configuration.toString());
            Security.addProvider(token);
            KeyStore store = KeyStore.getInstance("PKCS11", token);
            store.load(null, pin.get());
            return key(store, alias, null, configuration.toString());
        } catch (IOException | GeneralSecurityException | InvalidParameterException trouble) {
            throw new KeyException("Cannot use the token of " + configuration + ": " + trouble.getMessage(), trouble);
        }
    }

    private static SigningKey key(KeyStore store, @Nullable String wanted, char @Nullable [] secret, String where)
            throws GeneralSecurityException {
        List<String> aliases = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && (wanted == null || wanted.equals(alias))) {
                aliases.add(alias);
            }
        }
        if (aliases.size() != 1) {
            throw new KeyException(where + " has " + aliases.size() + " keys"
                    + (wanted == null ? "; say which with #alias: " + aliases : " named " + wanted) + ".");
        }
        String alias = aliases.get(0);
        if (store.getKey(alias, secret) instanceof PrivateKey privateKey && store.getCertificate(alias) != null) {
            return SigningKey.of(
                    privateKey, new VerifyingKey(store.getCertificate(alias).getPublicKey()));
        }
        throw new KeyException(where + " has no private key with a certificate under " + alias + ".");
    }
}

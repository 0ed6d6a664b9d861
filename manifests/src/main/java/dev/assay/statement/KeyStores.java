package dev.assay.statement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keys in the runtime's own key stores: PKCS#12 files here, tokens by {@link Token}. */
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

    /** The key of an alias, or the only one. */
    static SigningKey key(KeyStore store, @Nullable String wanted, char @Nullable [] secret, String where)
            throws GeneralSecurityException {
        List<String> all = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                all.add(alias);
            }
        }
        Collections.sort(all);
        List<String> named = all.stream()
                .filter(alias -> wanted == null || wanted.equals(alias))
                .toList();
        if (named.isEmpty()) {
            throw new KeyException("No private key " + (wanted == null ? "" : "`" + wanted + "` ") + "on " + where
                    + ", which has: " + all + ". A key counts only with its certificate, under the same id; `keytool"
                    + " -genkeypair` makes both.");
        }
        if (named.size() > 1) {
            throw new KeyException(where + " has " + named.size() + " keys; say which with #label: " + named + ".");
        }
        String alias = named.get(0);
        if (!(store.getKey(alias, secret) instanceof PrivateKey privateKey) || store.getCertificate(alias) == null) {
            throw new KeyException(where + " has no private key with a certificate under " + alias + ".");
        }
        PublicKey publicKey = store.getCertificate(alias).getPublicKey();
        try {
            return SigningKey.of(privateKey, new VerifyingKey(publicKey), store.getProvider());
        } catch (KeyException unfit) {
            throw new KeyException(
                    "Cannot sign with `" + alias + "` (" + publicKey.getAlgorithm() + ") on " + where + ": "
                            + unfit.getMessage(),
                    unfit);
        }
    }
}

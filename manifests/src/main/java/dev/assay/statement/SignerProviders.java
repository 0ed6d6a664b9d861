package dev.assay.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The {@link SignerProvider}s on the class path. */
public final class SignerProviders {
    /** What this program reads itself. */
    private static final String TOKEN = "pkcs11";

    private SignerProviders() {}

    /**
     * A key that a provider has; empty if its name begins with no scheme of one.
     *
     * @param name such as {@code aws-kms:alias/scanner}
     * @throws KeyException if the provider cannot have it, or cannot be loaded
     */
    public static Optional<Signer> open(String name, Map<String, String> environment) {
        int colon = name.indexOf(':');
        if (colon < 2) {
            return Optional.empty();
        }
        String scheme = name.substring(0, colon);
        List<SignerProvider> named =
                all().stream().filter(found -> found.scheme().equals(scheme)).toList();
        if (named.size() > 1) {
            throw new KeyException("Several jars offer keys named " + scheme + ":; keep one under ASSAY_CLASSPATH.");
        }
        return named.stream()
                .findFirst()
                .map(provider -> new VerifiedSigner(provider.open(name.substring(colon + 1), environment), name));
    }

    private static List<SignerProvider> all() {
        List<SignerProvider> all = new ArrayList<>();
        try {
            ServiceLoader.load(SignerProvider.class).forEach(all::add);
        } catch (ServiceConfigurationError broken) {
            throw new KeyException(
                    "A jar under ASSAY_CLASSPATH offers keys and cannot be loaded: " + broken.getMessage(), broken);
        }
        for (SignerProvider provider : all) {
            if (!provider.scheme().matches("[a-z0-9][a-z0-9-]+")
                    || provider.scheme().equals(TOKEN)) {
                throw new KeyException(provider.getClass().getName() + " offers keys under `" + provider.scheme()
                        + "`, which is taken or no scheme.");
            }
        }
        return all;
    }
}

package dev.assay.statement;

import java.util.Map;

/** A key-management service that is none: keys by name, in memory. */
public final class InventedService implements SignerProvider {
    private static final Map<String, SigningKey> KEYS = Map.of(
            "curve", SigningKey.generate(KeyAlgorithm.ECDSA_P256),
            "edwards", SigningKey.generate(KeyAlgorithm.ED25519),
            "other", SigningKey.generate(KeyAlgorithm.ED25519));

    @Override
    public String scheme() {
        return "invented-kms";
    }

    @Override
    public Signer open(String name, Map<String, String> environment) {
        if (!environment.containsKey("INVENTED_TOKEN")) {
            throw new KeyException("Put a token into INVENTED_TOKEN.");
        }
        if (name.equals("liar")) {
            return new Signer() {
                @Override
                public VerifyingKey key() {
                    return named("edwards").key();
                }

                @Override
                public byte[] sign(byte[] message) {
                    return named("other").sign(message);
                }
            };
        }
        return named(name);
    }

    private static SigningKey named(String name) {
        SigningKey key = KEYS.get(name);
        if (key == null) {
            throw new KeyException("There is no key " + name + ".");
        }
        return key;
    }
}

package dev.assay.statement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import org.jspecify.annotations.Nullable;

/** A private key held in memory or on a token, with its public half. Never prints itself. */
public final class SigningKey implements Signer {
    private final PrivateKey privateKey;
    private final VerifyingKey key;
    private final @Nullable Provider token;

    private SigningKey(PrivateKey privateKey, VerifyingKey key) {
        this(privateKey, key, null);
    }

    private SigningKey(PrivateKey privateKey, VerifyingKey key, @Nullable Provider token) {
        this.privateKey = privateKey;
        this.key = key;
        this.token = token;
    }

    /** A fresh key. */
    public static SigningKey generate(KeyAlgorithm algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyFactory());
            if (algorithm == KeyAlgorithm.ECDSA_P256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), new VerifyingKey(pair.getPublic()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, missing);
        }
    }

    /** A private key in PKCS#8 and the public key that goes with it; a pair that does not match is refused. */
    static SigningKey of(byte[] pkcs8, VerifyingKey key) {
        SigningKey pair;
        try {
            KeyFactory factory = KeyFactory.getInstance(key.algorithm().keyFactory());
            pair = new SigningKey(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), key);
            byte[] probe = "assay".getBytes(StandardCharsets.US_ASCII);
            if (key.verifies(probe, pair.signature(probe))) {
                return pair;
            }
        } catch (GeneralSecurityException mismatch) {
            throw new KeyException(
                    "The private key cannot be read as " + key.algorithm() + ", which its public key is.", mismatch);
        }
        throw new KeyException("The private and the public key do not belong together.");
    }

    /**
     * A private key out of a key store, and the public key that goes with it; a pair that does not match is refused.
     *
     * @param provider of the store; if the key does not show itself, the only one that can sign with it
     */
    static SigningKey of(PrivateKey privateKey, VerifyingKey key, Provider provider) {
        boolean stays = privateKey.getEncoded() == null;
        SigningKey pair = new SigningKey(privateKey, key, stays ? provider : null);
        byte[] probe = "assay".getBytes(StandardCharsets.US_ASCII);
        if (!key.verifies(probe, pair.sign(probe))) {
            throw new KeyException("The private and the public key do not belong together.");
        }
        return pair;
    }

    /** PKCS#8, not encrypted. */
    byte[] pkcs8() {
        return privateKey.getEncoded();
    }

    @Override
    public VerifyingKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            return signature(message);
        } catch (GeneralSecurityException | ProviderException broken) {
            throw new KeyException(
                    "Cannot sign with key " + key.fingerprint() + ": " + broken.getMessage() + ".", broken);
        }
    }

    private byte[] signature(byte[] message) throws GeneralSecurityException {
        String algorithm = key.algorithm().signature();
        Signature signer = token == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, token);
        signer.initSign(privateKey);
        signer.update(message);
        return signer.sign();
    }

    @Override
    public String toString() {
        return "SigningKey[" + key + "]";
    }
}

package dev.assay.statement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** A private key held in memory, with its public half. Never prints itself. */
public final class SigningKey implements Signer {
    private final PrivateKey privateKey;
    private final VerifyingKey key;

    private SigningKey(PrivateKey privateKey, VerifyingKey key) {
        this.privateKey = privateKey;
        this.key = key;
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

    /** A private key wherever it is held, and the public key that goes with it; a pair that does not match is refused. */
    static SigningKey of(PrivateKey privateKey, VerifyingKey key) {
        SigningKey pair = new SigningKey(privateKey, key);
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
        } catch (GeneralSecurityException broken) {
            throw new KeyException("Cannot sign with key " + key.fingerprint() + ".", broken);
        }
    }

    private byte[] signature(byte[] message) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(key.algorithm().signature());
        signer.initSign(privateKey);
        signer.update(message);
        return signer.sign();
    }

    @Override
    public String toString() {
        return "SigningKey[" + key + "]";
    }
}

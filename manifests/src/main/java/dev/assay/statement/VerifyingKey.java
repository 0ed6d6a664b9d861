package dev.assay.statement;

import dev.assay.json.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** A public key. Two are equal if their encodings are. Immutable. */
public final class VerifyingKey {
    private final PublicKey key;
    private final KeyAlgorithm algorithm;

    VerifyingKey(PublicKey key) {
        this.key = key;
        this.algorithm = KeyAlgorithm.of(key);
    }

    /**
     * Reads a {@code PUBLIC KEY} block (SubjectPublicKeyInfo).
     *
     * @throws KeyException if there is none, or it is of an algorithm that is not taken
     */
    public static VerifyingKey fromPem(String pem) {
        return fromDer(Pem.find(Pem.PUBLIC, pem)
                .orElseThrow(() -> new KeyException("There is no PEM block \"PUBLIC KEY\" in the text.")));
    }

    /**
     * Reads a SubjectPublicKeyInfo in DER.
     *
     * @throws KeyException if it is none, or of an algorithm that is not taken
     */
    public static VerifyingKey fromDer(byte[] der) {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            Optional<PublicKey> key = decode(algorithm, der);
            if (key.isPresent()) {
                return new VerifyingKey(key.get()).requireSameEncoding(der);
            }
        }
        throw new KeyException("The public key is neither on NIST P-256 nor Ed25519; make one with `assay keys`.");
    }

    private static Optional<PublicKey> decode(KeyAlgorithm algorithm, byte[] der) {
        try {
            return Optional.of(
                    KeyFactory.getInstance(algorithm.keyFactory()).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    /** One key, one encoding, one fingerprint. */
    private VerifyingKey requireSameEncoding(byte[] der) {
        if (!Arrays.equals(der, key.getEncoded())) {
            throw new KeyException(
                    "The public key is written in an unusual way; write it with `openssl pkey -pubout`.");
        }
        return this;
    }

    public String toPem() {
        return Pem.write(Pem.PUBLIC, key.getEncoded());
    }

    /** SubjectPublicKeyInfo in DER. */
    byte[] encoded() {
        return key.getEncoded();
    }

    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** SHA-256 of the key's SubjectPublicKeyInfo in DER, in hexadecimal. */
    public String fingerprint() {
        return Sha256.hex(key.getEncoded());
    }

    /** Whether a signature over a message was made with this key's private half. */
    public boolean verifies(byte[] message, byte[] signature) {
        if (algorithm == KeyAlgorithm.ECDSA_P256 && !EcdsaSignature.wellFormed(signature)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(algorithm.signature());
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(key.getEncoded(), that.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key.getEncoded());
    }

    @Override
    public String toString() {
        return algorithm + " " + fingerprint();
    }
}

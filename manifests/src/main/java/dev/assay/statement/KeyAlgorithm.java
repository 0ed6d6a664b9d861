package dev.assay.statement;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;

/** How a key signs. It follows from the key alone; nothing a signed text says can change it. */
public enum KeyAlgorithm {
    /** ECDSA on NIST P-256 over SHA-256, signatures in DER: what {@code openssl dgst -sha256 -verify} takes. */
    ECDSA_P256("EC", "SHA256withECDSA"),
    /** RFC 8032. */
    ED25519("Ed25519", "Ed25519");

    private final String keyFactory;
    private final String signature;

    KeyAlgorithm(String keyFactory, String signature) {
        this.keyFactory = keyFactory;
        this.signature = signature;
    }

    /** Name of the JCA key factory. */
    String keyFactory() {
        return keyFactory;
    }

    /** Name of the JCA signature. */
    String signature() {
        return signature;
    }

    /** The algorithm of a key; a key on another curve, or off its curve, is refused. */
    static KeyAlgorithm of(PublicKey key) {
        if (key instanceof ECPublicKey ec && onP256(ec)) {
            return ECDSA_P256;
        }
        if (key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519")) {
            return ED25519;
        }
        throw new KeyException("The key is neither on NIST P-256 nor Ed25519; make one with `assay keys`.");
    }

    static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java runtime has P-256", missing);
        }
    }

    private static boolean onP256(ECPublicKey key) {
        ECParameterSpec p256 = p256();
        ECParameterSpec given = key.getParams();
        boolean sameCurve = given.getCurve().equals(p256.getCurve())
                && given.getGenerator().equals(p256.getGenerator())
                && given.getOrder().equals(p256.getOrder())
                && given.getCofactor() == p256.getCofactor();
        return sameCurve && liesOn(p256.getCurve(), key.getW());
    }

    /** Whether y² = x³ + ax + b (mod p). */
    private static boolean liesOn(EllipticCurve curve, ECPoint point) {
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return !point.equals(ECPoint.POINT_INFINITY)
                && y.pow(2).subtract(right).mod(p).signum() == 0;
    }
}

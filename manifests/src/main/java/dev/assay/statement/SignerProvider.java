package dev.assay.statement;

import java.util.Map;

/**
 * A way to keys this program does not know itself: a key-management service, a signing server. Implementations lie in
 * jars under {@code ASSAY_CLASSPATH} and are found by {@link java.util.ServiceLoader}; a key is then named
 * {@code <scheme>:<rest>} wherever a key is named.
 *
 * <p>A {@link Signer} handed out must make, with a key on NIST P-256, ECDSA over SHA-256 in DER, or, with Ed25519, the 64
 * bytes of RFC 8032; over the whole message it is given, not over a digest of it. It may be used by several threads. What it makes is verified with its own
 * public key before it is used.
 */
public interface SignerProvider {
    /** What names of its keys begin with: two or more lower-case letters, digits and hyphens, such as {@code aws-kms}. */
    String scheme();

    /**
     * A key.
     *
     * @param name what follows the scheme and the colon
     * @param environment variables of the process
     * @throws KeyException if it cannot be had, its message naming what to do
     */
    Signer open(String name, Map<String, String> environment);
}

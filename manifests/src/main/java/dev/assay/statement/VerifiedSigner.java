package dev.assay.statement;

/** A signer that lies elsewhere, none of whose signatures is used before it is verified with its own public key. */
final class VerifiedSigner implements Signer {
    private final Signer signer;
    private final String name;

    VerifiedSigner(Signer signer, String name) {
        this.signer = signer;
        this.name = name;
    }

    @Override
    public VerifyingKey key() {
        return signer.key();
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] signature = signer.sign(message.clone());
        if (!signer.key().verifies(message, signature)) {
            throw new KeyException("The key " + name + " made a signature that its own public key "
                    + signer.key().fingerprint()
                    + " does not verify; nothing was signed. Keys must sign ECDSA P-256 over"
                    + " SHA-256 in DER, or Ed25519.");
        }
        return signature.clone();
    }

    @Override
    public String toString() {
        return "VerifiedSigner[" + name + ", " + signer.key() + "]";
    }
}

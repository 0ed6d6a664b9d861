package dev.assay.statement;

/** Something that signs: a key in a file, a token or a service. */
public interface Signer {
    /** The public half. */
    VerifyingKey key();

    /** A signature over a message, in the form {@link VerifyingKey#verifies} takes. */
    byte[] sign(byte[] message);
}

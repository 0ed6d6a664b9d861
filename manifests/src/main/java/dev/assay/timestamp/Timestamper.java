package dev.assay.timestamp;

/** Something that says, under its signature, that something existed now. */
public interface Timestamper {
    /**
     * A token over a message.
     *
     * @return an RFC 3161 TimeStampToken in DER
     * @throws TimestampException if there is none to be had
     */
    byte[] stamp(byte[] message);
}

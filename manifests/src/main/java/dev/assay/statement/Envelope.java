package dev.assay.statement;

import dev.assay.json.Json;
import dev.assay.json.JsonException;
import dev.assay.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A signed payload: <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md">DSSE 1.0.2</a>. The
 * payload is decoded once, when the envelope is read; what was verified is what is handed on. Immutable.
 */
public final class Envelope {
    /** Payload type of an in-toto statement. */
    public static final String IN_TOTO = "application/vnd.in-toto+json";

    private final String payloadType;
    private final byte[] payload;
    private final List<EnvelopeSignature> signatures;

    public Envelope(String payloadType, byte[] payload, List<EnvelopeSignature> signatures) {
        this.payloadType = payloadType;
        this.payload = payload.clone();
        this.signatures = List.copyOf(signatures);
    }

    /** Signs a payload with one key or several. */
    public static Envelope sign(String payloadType, byte[] payload, List<? extends Signer> signers) {
        byte[] message = preAuthEncoding(payloadType, payload);
        List<EnvelopeSignature> signatures = new ArrayList<>();
        for (Signer signer : signers) {
            signatures.add(
                    new EnvelopeSignature(signer.key().fingerprint(), StrictBase64.encode(signer.sign(message))));
        }
        return new Envelope(payloadType, payload, signatures);
    }

    /** As {@link #sign(String, byte[], List)}, for a statement. */
    public static Envelope sign(Statement statement, Signer... signers) {
        return sign(IN_TOTO, statement.toJson().canonicalBytes(), List.of(signers));
    }

    public String payloadType() {
        return payloadType;
    }

    public byte[] payload() {
        return payload.clone();
    }

    public List<EnvelopeSignature> signatures() {
        return signatures;
    }

    /** The bytes of all signatures, one after the other: what a timestamp is over. */
    public byte[] signatureBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        signatures.forEach(signature -> out.writeBytes(signature.bytes()));
        return out.toByteArray();
    }

    /** The keys of {@code candidates} that signed this payload, each once, in their order. */
    public List<VerifyingKey> signedBy(List<VerifyingKey> candidates) {
        byte[] message = preAuthEncoding(payloadType, payload);
        List<byte[]> proofs = signatures.stream().map(EnvelopeSignature::bytes).toList();
        return candidates.stream()
                .distinct()
                .filter(key -> proofs.stream().anyMatch(proof -> key.verifies(message, proof)))
                .toList();
    }

    /** The statement inside. Whether to believe it is for {@link #signedBy} to say. */
    public Statement statement() {
        if (!payloadType.equals(IN_TOTO)) {
            throw new StatementException("The payload is not an in-toto statement: its type is not " + IN_TOTO + ".");
        }
        return Statement.parse(payload);
    }

    /** What is signed: DSSE's pre-authentication encoding of type and payload. */
    public static byte[] preAuthEncoding(String payloadType, byte[] payload) {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(type.length + payload.length + 32);
        out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(type);
        out.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(payload);
        return out.toByteArray();
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("payload", StrictBase64.encode(payload))
                .put("payloadType", payloadType)
                .put(
                        "signatures",
                        signatures.stream().map(EnvelopeSignature::toJson).toList())
                .build();
    }

    /**
     * Reads an envelope. Keys it does not know are ignored, as DSSE asks.
     *
     * @throws StatementException if it is not one
     */
    public static Envelope parse(byte[] utf8) {
        try {
            return fromJson(Json.parse(utf8).asObject());
        } catch (JsonException notJson) {
            throw new StatementException("Not a DSSE envelope: " + notJson.getMessage());
        }
    }

    static Envelope fromJson(JsonObject json) {
        return new Envelope(
                json.string("payloadType"),
                StrictBase64.decode(json.string("payload"), "payload"),
                json.array("signatures").objects(EnvelopeSignature::fromJson));
    }
}

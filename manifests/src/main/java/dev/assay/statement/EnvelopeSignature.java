package dev.assay.statement;

import dev.assay.json.JsonObject;

/**
 * One signature of an envelope.
 *
 * @param keyid who claims to have signed; a hint that proves nothing; empty if not given
 * @param sig the signature in base64
 */
public record EnvelopeSignature(String keyid, String sig) {
    public EnvelopeSignature {
        StrictBase64.decode(sig, "sig");
    }

    byte[] bytes() {
        return StrictBase64.decode(sig, "sig");
    }

    JsonObject toJson() {
        return JsonObject.builder().put("keyid", keyid).put("sig", sig).build();
    }

    static EnvelopeSignature fromJson(JsonObject json) {
        return new EnvelopeSignature(json.findString("keyid").orElse(""), json.string("sig"));
    }
}

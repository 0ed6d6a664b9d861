package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.json.Sha256;
import dev.assay.manifest.FileEntry;
import dev.assay.statement.Envelope;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Signer;
import dev.assay.statement.Statement;
import dev.assay.statement.Subject;
import java.util.List;

/**
 * An <a href="https://github.com/ossf/model-signing-spec">OpenSSF Model Signing</a> v1.0 signature over the files: a
 * Sigstore bundle with a bare key, in it a DSSE envelope, in it an in-toto statement. Its subject binds neither names nor sizes;
 * its list of resources binds names.
 */
final class ModelSigningExport implements Export {
    private static final String PREDICATE = "https://model_signing/signature/v1.0";
    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";

    @Override
    public String name() {
        return "model-signing";
    }

    @Override
    public String title() {
        return "OpenSSF Model Signing v1.0 signature";
    }

    @Override
    public String ending() {
        return "sig";
    }

    @Override
    public KeyUse keyUse() {
        return KeyUse.SIGNS;
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        Signer signer = input.signer();
        if (signer == null) {
            throw new ExportException("A signature needs a key; make one with `assay keys`.");
        }
        if (signer.key().algorithm() != KeyAlgorithm.ECDSA_P256) {
            throw new ExportException(
                    "OpenSSF Model Signing takes keys on NIST curves, and this one is not: sign with a"
                            + " key on P-256, which `assay keys` makes.");
        }
        Envelope envelope = Envelope.sign(statement(input), signer);
        JsonObject material = JsonObject.builder()
                .put(
                        "publicKey",
                        JsonObject.builder()
                                .put("hint", Sha256.hex(signer.key().toPem()))
                                .build())
                .put("tlogEntries", Json.of(List.of()))
                .build();
        return Written.json(JsonObject.builder()
                .put("mediaType", BUNDLE)
                .put("verificationMaterial", material)
                .put("dsseEnvelope", envelope.toJson())
                .build());
    }

    private static Statement statement(ExportInput input) {
        JsonObject predicate = JsonObject.builder()
                .put(
                        "serialization",
                        JsonObject.builder()
                                .put("method", "files")
                                .put("hash_type", "sha256")
                                .put("allow_symlinks", false)
                                .put("ignore_paths", Json.of(List.of()))
                                .build())
                .put(
                        "resources",
                        input.files().stream().map(ModelSigningExport::resource).toList())
                .build();
        return new Statement(
                List.of(Subject.of(
                        input.dataset().id(), "sha256", input.facts().content().omsRoot())),
                PREDICATE,
                predicate);
    }

    private static JsonObject resource(FileEntry file) {
        String digest = file.sha256();
        if (digest == null) {
            throw new ExportException("A signature over the dataset must cover all of it, and " + file.path()
                    + " was not wholly read. Scan again when it can be read, or exclude it.");
        }
        return JsonObject.builder()
                .put("name", file.path())
                .put("algorithm", "sha256")
                .put("digest", digest)
                .build();
    }
}

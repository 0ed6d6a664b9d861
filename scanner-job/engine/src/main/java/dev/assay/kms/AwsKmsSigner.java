package dev.assay.kms;

import dev.assay.json.Sha256;
import dev.assay.statement.KeyException;
import dev.assay.statement.Signer;
import dev.assay.statement.VerifyingKey;
import java.util.HexFormat;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * A key on NIST P-256 in AWS KMS, made there for signing; it signs by {@code ECDSA_SHA_256}. The digest is sent, not the
 * message, because the service takes messages of at most 4,096 bytes.
 */
final class AwsKmsSigner implements Signer {
    private final KmsClient client;
    private final String keyId;
    private final VerifyingKey key;

    /**
     * Asks the service for the public half.
     *
     * @param keyId id, ARN or alias
     * @throws KeyException if it cannot be had, or is of another kind
     */
    AwsKmsSigner(KmsClient client, String keyId) {
        this.client = client;
        this.keyId = keyId;
        this.key = publicHalf(client, keyId);
    }

    private static VerifyingKey publicHalf(KmsClient client, String keyId) {
        try {
            GetPublicKeyResponse half = client.getPublicKey(request -> request.keyId(keyId));
            if (half.keySpec() != KeySpec.ECC_NIST_P256
                    || !half.signingAlgorithms().contains(SigningAlgorithmSpec.ECDSA_SHA_256)) {
                throw new KeyException("The AWS KMS key " + keyId + " is " + half.keySpecAsString()
                        + "; make one of ECC_NIST_P256 with the usage SIGN_VERIFY.");
            }
            return VerifyingKey.fromDer(half.publicKey().asByteArray());
        } catch (SdkException trouble) {
            throw new KeyException(
                    "Cannot have the public half of the AWS KMS key " + keyId + ": " + trouble.getMessage()
                            + ". It needs credentials that may kms:GetPublicKey and kms:Sign.",
                    trouble);
        }
    }

    @Override
    public VerifyingKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        SdkBytes digest = SdkBytes.fromByteArray(HexFormat.of().parseHex(Sha256.hex(message)));
        try {
            return client.sign(request -> request.keyId(keyId)
                            .message(digest)
                            .messageType(MessageType.DIGEST)
                            .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                    .signature()
                    .asByteArray();
        } catch (SdkException trouble) {
            throw new KeyException(
                    "The AWS KMS key " + keyId + " did not sign: " + trouble.getMessage() + ".", trouble);
        }
    }
}

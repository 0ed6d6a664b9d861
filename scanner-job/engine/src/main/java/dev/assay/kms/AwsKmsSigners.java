package dev.assay.kms;

import dev.assay.statement.KeyException;
import dev.assay.statement.Signer;
import dev.assay.statement.SignerProvider;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;

/**
 * Keys in AWS KMS, named {@code aws-kms:alias/scanner}, by id or by ARN. Credentials, region and endpoint are found where
 * the AWS SDK looks for them; an ARN names its region itself.
 */
public final class AwsKmsSigners implements SignerProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String scheme() {
        return "aws-kms";
    }

    @Override
    public Signer open(String name, Map<String, String> environment) {
        try {
            KmsClientBuilder builder = KmsClient.builder()
                    .httpClientBuilder(Apache5HttpClient.builder()
                            .connectionTimeout(PATIENCE)
                            .socketTimeout(PATIENCE));
            if (name.startsWith("arn:")) {
                Arn.fromString(name).region().map(Region::of).ifPresent(builder::region);
            }
            return new AwsKmsSigner(builder.build(), name);
        } catch (SdkException | IllegalArgumentException trouble) {
            throw new KeyException("Cannot reach AWS KMS for the key " + name + ": " + trouble.getMessage(), trouble);
        }
    }
}

package dev.assay.storage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the client of the AWS SDK that settings ask for. */
final class S3Clients {
    /** Connections beyond those that fetch ahead: one for each worker that reads on its own. */
    private static final int OWN_CONNECTIONS = 64;

    private S3Clients() {}

    static S3Client create(S3Settings settings) {
        // The apache5 client: another one of the SDK hands out truncated bodies as if they were whole.
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(settings.connections() + OWN_CONNECTIONS)
                        .connectionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout()))
                .credentialsProvider(DefaultCredentialsProvider.builder()
                        .profileName(settings.profile())
                        .build())
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        String profile = settings.profile();
        if (profile != null) {
            builder.overrideConfiguration(override -> override.defaultProfileName(profile));
        }
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        region(settings, profile).ifPresent(builder::region);
        return builder.build();
    }

    /** Empty leaves it to the SDK, which also asks the machine it runs on; a store of its own takes any region. */
    private static Optional<Region> region(S3Settings settings, @Nullable String profile) {
        if (settings.region() != null) {
            return Optional.of(Region.of(settings.region()));
        }
        if (settings.endpoint() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(), new AwsProfileRegionProvider(null, profile))
                    .getRegion());
        } catch (SdkClientException e) {
            return Optional.of(Region.US_EAST_1); // no region is set anywhere, which is what we asked
        }
    }
}

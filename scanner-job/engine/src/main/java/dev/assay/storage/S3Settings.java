package dev.assay.storage;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How S3 and stores that speak its protocol are reached. Keys never stand here: they come from the environment, the
 * profile files, or the role of the machine.
 *
 * @param endpoint of a store other than AWS; null for AWS
 * @param region of the buckets; null to take it from the environment or profile, or {@code us-east-1} with an endpoint
 * @param pathStyle whether the bucket stands in the path rather than in the host name
 * @param profile of the AWS configuration files; null for the default
 * @param readAheadBytes how much one reader fetches before it is asked for; 0 turns fetching ahead off
 * @param rangeBytes how much one request of a reader fetches ahead
 * @param connections how many ranges are fetched at a time, all readers together
 * @param timeout how long a connection may take to open, or stay silent
 * @param scope what is asked of the place besides the files
 */
public record S3Settings(
        @Nullable URI endpoint,
        @Nullable String region,
        boolean pathStyle,
        @Nullable String profile,
        long readAheadBytes,
        int rangeBytes,
        int connections,
        Duration timeout,
        S3Scope scope) {
    /** AWS, as the environment says. */
    public static final S3Settings DEFAULTS =
            new S3Settings(null, null, false, null, 32L << 20, 4 << 20, 16, Duration.ofSeconds(30), S3Scope.OBJECTS);

    public S3Settings {
        if (readAheadBytes < 0 || rangeBytes < 1 || connections < 1) {
            throw new IllegalArgumentException(
                    "`storage.s3` needs read-ahead of at least 0, range and connections of at least 1.");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("`storage.s3.timeout` must be longer than nothing.");
        }
    }

    /** The same for a store of its own, with the bucket in the path. */
    public S3Settings withEndpoint(URI other) {
        return new S3Settings(other, region, true, profile, readAheadBytes, rangeBytes, connections, timeout, scope);
    }

    /** The same with other sizes of what is fetched ahead. */
    public S3Settings withReadAhead(long bytes, int eachRange) {
        return new S3Settings(endpoint, region, pathStyle, profile, bytes, eachRange, connections, timeout, scope);
    }

    /** The same, but that something else is asked of the place. */
    public S3Settings withScope(S3Scope other) {
        return new S3Settings(
                endpoint, region, pathStyle, profile, readAheadBytes, rangeBytes, connections, timeout, other);
    }
}

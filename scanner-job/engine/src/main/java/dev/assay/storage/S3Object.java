package dev.assay.storage;

import org.jspecify.annotations.Nullable;

/**
 * One version of an object.
 *
 * @param key as it is; what follows the bucket in a location is never percent-decoded
 * @param version null in a bucket without versions
 * @param etag with its quotes, as the store gave it
 */
record S3Object(String bucket, String key, @Nullable String version, String etag) {
    private static final String VERSION = "version=";
    private static final String ETAG = " etag=";
    private static final String OVERWRITTEN = "null";

    static S3Object of(StoredFile file) {
        S3Address address = S3Address.of(file.location());
        int etag = file.pin().indexOf(ETAG);
        if (!file.pin().startsWith(VERSION) || etag < 0) {
            throw new IllegalArgumentException("Not the pin of an S3 object: " + file.pin());
        }
        String version = file.pin().substring(VERSION.length(), etag);
        return new S3Object(
                address.bucket(),
                address.key(),
                version.isEmpty() ? null : version,
                file.pin().substring(etag + ETAG.length()));
    }

    /** Whether its version is never overwritten; the version {@code null} of a bucket that stopped keeping them is. */
    boolean hasLastingVersion() {
        return version != null && !version.equals(OVERWRITTEN);
    }

    /** @throws StorageException if the store gives no ETag, as some do for files they did not write themselves */
    static String pin(Location location, @Nullable String version, @Nullable String etag) {
        if (etag == null) {
            throw new StorageException("The store gives no ETag for " + location
                    + ", so a change during the scan could not be noticed. Write the object through the store.");
        }
        return VERSION + (version == null ? "" : version) + ETAG + etag;
    }
}

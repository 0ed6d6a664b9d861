package dev.assay.storage;

/**
 * A bucket and what lies in it.
 *
 * @param key an object's key or a prefix, taken literally; may be empty
 */
record S3Address(String bucket, String key) {
    static S3Address of(Location location) {
        String text = location.text();
        String rest = text.substring(text.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        S3Address address = slash < 0
                ? new S3Address(rest, "")
                : new S3Address(rest.substring(0, slash), rest.substring(slash + 1));
        if (address.bucket.isEmpty()) {
            throw new StorageException(text + " names no bucket. Write s3://bucket/prefix/.");
        }
        return address;
    }

    Location location() {
        return new Location("s3://" + bucket + "/" + key);
    }

    @Override
    public String toString() {
        return location().text();
    }
}

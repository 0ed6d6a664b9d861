package dev.assay.storage;

/**
 * What the bytes of a range hash to.
 *
 * @param range the bytes
 * @param sha256 their SHA-256, 64 lower-case hexadecimal digits
 */
public record RangeDigest(ByteRange range, String sha256) {}

package dev.assay.storage;

/**
 * One file of a dataset, pinned to the version that was listed.
 *
 * @param path relative to the dataset's location, {@code /} between parts, as found (no Unicode normalisation)
 * @param location where it lies, complete
 * @param length bytes
 * @param pin what tells this version from another one: version id and ETag on S3, size, time and file key on a disk; only
 *     the storage that made it reads it
 */
public record StoredFile(String path, Location location, long length, String pin) {}

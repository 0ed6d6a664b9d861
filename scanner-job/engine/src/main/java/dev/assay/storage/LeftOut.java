package dev.assay.storage;

/**
 * A file below a location that the filter did not take.
 *
 * @param path relative to the location
 * @param length bytes
 * @param reason half a sentence that names the glob
 */
public record LeftOut(String path, long length, String reason) {}

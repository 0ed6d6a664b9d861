package dev.assay.storage;

import java.util.Locale;

/**
 * Where a dataset or a file lies: a path of the local disk, or a URI such as {@code s3://bucket/prefix/}.
 *
 * @param text as the user wrote it
 */
public record Location(String text) {
    public Location {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A location cannot be empty.");
        }
    }

    /** The scheme in lower case, {@code file} for a plain path. */
    public String scheme() {
        int colon = text.indexOf("://");
        return colon < 1 ? "file" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}

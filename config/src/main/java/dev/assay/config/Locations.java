package dev.assay.config;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Locations as the files write them: a path of the local disk or a URI. */
final class Locations {
    private static final Pattern ENDINGS = Pattern.compile(
            "(?<=.)(\\.(parquet|jsonl|ndjson|json|csv|tsv|txt|ya?ml))?(\\.(gz|zst|bz2))?$", Pattern.CASE_INSENSITIVE);

    private Locations() {}

    static boolean isUri(String location) {
        return location.matches("[A-Za-z][A-Za-z0-9+.-]*://.*");
    }

    /** The location itself if it is a URI, else the absolute path it names seen from a directory. */
    static String resolve(Path directory, String location) {
        if (location.isBlank()) {
            throw new IllegalArgumentException(
                    "A location cannot be blank; give a path or a URI such as s3://bucket/prefix/");
        }
        return isUri(location)
                ? location
                : directory.resolve(location).toAbsolutePath().normalize().toString();
    }

    static String withoutQuery(String location) {
        return location.replaceFirst("[?#].*$", "");
    }

    /** The last step of a path or URI without its endings: {@code s3://b/chats.jsonl.gz} gives {@code chats}. */
    static String lastStep(String location) {
        return stem(lastName(location));
    }

    /** The last step of a path or URI with its endings. */
    static String lastName(String location) {
        String path = location.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("[/\\\\]+$", "");
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(slash + 1);
    }

    /** A file name without the endings of data and configuration files. */
    static String stem(String name) {
        return ENDINGS.matcher(name).replaceFirst("");
    }
}

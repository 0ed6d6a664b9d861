package dev.assay.config;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/** Locations as the files write them: a path of the local disk or a URI. */
public final class Locations {
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

    /**
     * One text for all ways to write a place: no credentials, no slash at the end, the scheme in lower case, {@code s3} for S3's
     * other names, and a local path without {@code file://}, dots and doubled slashes. A key of S3 stays what it is otherwise,
     * because dots and slashes in it are no steps. Two places behind one link are two.
     *
     * @param location an absolute path or a URI
     */
    public static String normal(String location) {
        String text = withoutCredentials(location);
        if (!isUri(text)) {
            return local(text);
        }
        int colon = text.indexOf("://");
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 3);
        if (scheme.equals("file")) {
            return local(rest);
        }
        boolean s3 = scheme.equals("s3a") || scheme.equals("s3n");
        return (s3 ? "s3" : scheme) + "://" + rest.replaceFirst("/+$", "");
    }

    private static String local(String path) {
        return Path.of(path).toAbsolutePath().normalize().toString();
    }

    /** A path or address without parts {@code .} and {@code ..}. */
    public static String withoutDots(String place) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : place.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** The location without a user and password before its host. */
    public static String withoutCredentials(String location) {
        return location.replaceFirst("^([A-Za-z0-9+.-]+://)[^/@]*@", "$1");
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

package dev.assay.manifest;

import java.nio.charset.StandardCharsets;

/** The rules for a file's path within its dataset. */
public final class DatasetPath {
    private DatasetPath() {}

    /**
     * The path itself, as found; no Unicode normalisation.
     *
     * @throws ManifestException unless it is relative, with {@code /} between parts, no empty, {@code .} or {@code ..}
     *     part, no control character and writable as UTF-8
     */
    public static String require(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new ManifestException("\"" + path + "\" is no path within a dataset: a part of it is empty,"
                        + " \".\" or \"..\". Rename the file or exclude it.");
            }
        }
        if (path.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new ManifestException(
                    "A path in the dataset holds a control character. Rename the file or exclude it.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(path)) {
            throw new ManifestException("A path in the dataset is not valid Unicode. Rename the file or exclude it.");
        }
        return path;
    }
}

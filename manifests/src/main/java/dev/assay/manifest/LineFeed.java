package dev.assay.manifest;

import java.util.Arrays;

/** The line feed that ends a file and stays outside its digest. */
final class LineFeed {
    private LineFeed() {}

    static byte[] after(byte[] text) {
        byte[] file = Arrays.copyOf(text, text.length + 1);
        file[text.length] = '\n';
        return file;
    }

    static byte[] before(byte[] file, String what) {
        if (file.length == 0 || file[file.length - 1] != '\n') {
            throw new ManifestException("Cannot read " + what + ": it does not end with a line feed.");
        }
        return Arrays.copyOf(file, file.length - 1);
    }
}

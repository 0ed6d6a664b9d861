package dev.assay.sidecar;

/**
 * One file as a list names it.
 *
 * @param path seen from where the list's paths start, {@code /} between parts; an address ({@code https://…}) if the list
 *     says where the file was fetched from
 * @param algorithm of the digest
 * @param digest lower-case hexadecimal
 * @param bytes its size; −1 if the list does not say
 */
public record ListedFile(String path, Algorithm algorithm, String digest, long bytes) {
    /** A hash function that lists use. */
    public enum Algorithm {
        SHA256(64),
        /** Shows that nothing was changed by accident; two files with one MD5 can be made on purpose. */
        MD5(32);

        private final int digits;

        Algorithm(int digits) {
            this.digits = digits;
        }

        /** How many hexadecimal digits its digests have. */
        int digits() {
            return digits;
        }

        /** The name in records. */
        public String label() {
            return this == SHA256 ? "sha256" : "md5";
        }
    }

    /** Whether the list gives an address, of which only the file name can be compared. */
    public boolean isAddress() {
        return path.contains("://");
    }

    /** The last part of the path or address. */
    public String name() {
        String bare = isAddress() ? path.replaceFirst("[?#].*$", "") : path;
        return bare.substring(bare.lastIndexOf('/') + 1);
    }
}

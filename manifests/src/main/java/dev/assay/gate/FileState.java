package dev.assay.gate;

/** What lies at a path now. */
public sealed interface FileState {
    /**
     * A file that was read to its end.
     *
     * @param sha256 of all its bytes, in lower-case hexadecimal
     * @param bytes its size
     */
    record Read(String sha256, long bytes) implements FileState {}

    /**
     * A file that is there but could not be read.
     *
     * @param reason what stood in the way
     */
    record Unreadable(String reason) implements FileState {}
}

package dev.assay.gate;

import java.util.List;

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
     * A file that was read to its end chunk by chunk.
     *
     * @param sha256s of its chunks, in their order
     * @param bytes its size
     */
    record ReadInChunks(List<String> sha256s, long bytes) implements FileState {
        public ReadInChunks {
            sha256s = List.copyOf(sha256s);
        }
    }

    /**
     * A file that need not be read, since its length is enough to know that it is another.
     *
     * @param bytes its size
     */
    record OfOtherLength(long bytes) implements FileState {}

    /**
     * A file of which the storage says which version it is, and whose versions it never overwrites.
     *
     * @param pin what it says
     */
    record Versioned(String pin) implements FileState {}

    /** A file whose storage overwrites it without leaving a trace that could be trusted. */
    record Unversioned() implements FileState {}

    /**
     * A file that is there but could not be read.
     *
     * @param reason what stood in the way
     */
    record Unreadable(String reason) implements FileState {}
}

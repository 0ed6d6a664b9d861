package dev.assay.storage;

import java.io.Closeable;

/**
 * Reads ranges of one pinned file. Every read either delivers all bytes asked for, of the pinned version, or throws.
 * Not thread-safe: one reader a split.
 */
public interface RangeReader extends Closeable {
    /** Bytes in the file. */
    long length();

    /**
     * Fills a stretch of an array.
     *
     * @param position first byte in the file
     * @param target array to fill
     * @param offset first index to fill
     * @param length how many bytes; {@code position + length} lies within the file
     * @throws StorageException if the bytes cannot be had, or the file is no longer the one that was listed
     * @throws IndexOutOfBoundsException if the range does not lie within the file or the array
     */
    void read(long position, byte[] target, int offset, int length);

    /**
     * Says that the bytes from {@code start} to {@code end} will soon be read in ascending order, so that a distant
     * storage can fetch ahead. Takes the place of what was said before. Changes no result.
     */
    default void expect(long start, long end) {}

    /**
     * Throws if the file is no longer the one that was listed. For storages whose every read proves that by itself there
     * is nothing to do.
     *
     * @throws StorageException if the file changed
     */
    default void checkUnchanged() {}

    @Override
    void close();
}

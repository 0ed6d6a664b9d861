package dev.assay.storage;

import java.io.Closeable;
import java.io.InputStream;

/**
 * Reads a section of a file so that every byte handed out is a byte of the digest. Cheap in ascending order. What is
 * read far ahead, such as a footer, is kept until the digest reaches it; what lies far behind cannot be read again.
 */
public interface HashingReader extends Closeable {
    /** Bytes in the whole file. */
    long length();

    /**
     * Fills a stretch of an array; see {@link RangeReader#read}.
     *
     * @throws StorageException if the bytes cannot be had, or lie so far behind what has been read that they are no
     *     longer kept
     */
    void read(long position, byte[] target, int offset, int length);

    /**
     * Promises that nothing of the section before {@code position} will be read any more, so that a stretch nobody wants
     * need not be kept. The bytes passed over are hashed all the same.
     */
    default void skipTo(long position) {}

    /**
     * The bytes from {@code start} to {@code end} as a stream. It needs no buffer around it for reads of some size, and
     * closing it does nothing.
     */
    default InputStream stream(long start, long end) {
        return new ReaderStream(this, start, end);
    }

    @Override
    void close();
}

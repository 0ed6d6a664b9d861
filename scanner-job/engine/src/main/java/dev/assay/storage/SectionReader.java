package dev.assay.storage;

import dev.assay.json.Sha256;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reader of one section of a file. Each byte is fetched from the storage once, and {@link #finish} proves that what
 * was handed out is what was hashed.
 *
 * <p>The section goes through two blocks of memory. A block is hashed when it is filled and handed out from there, so
 * at least one block's length behind the digest can be read again:
 *
 * <pre>
 *   section.start                previous      block                                        section.end
 *   |  hashed, let go            | hashed      | hashed      | frontier …   [kept ahead]    |
 * </pre>
 *
 * A read more than a block ahead of the frontier is kept, up to a limit, until the frontier reaches it. Past the limit
 * the frontier moves up to the read: ascending reads always succeed, whatever they leave out between them. Reads
 * outside the section are kept and digested apart.
 */
public final class SectionReader implements HashingReader {
    private static final int BLOCK_BYTES = 1 << 20;
    private static final long KEPT_BYTES = 64L << 20;

    private final RangeReader source;
    private final ByteRange section;
    private final int blockBytes;
    private final long maxKeptBytes;
    private final MessageDigest digest = Sha256.start();
    private final RunningRanges within;
    private final KeptBytes ahead = new KeptBytes();
    private final KeptBytes outside = new KeptBytes();
    private long frontier;
    private byte[] block = new byte[0];
    private long blockStart;
    private byte[] previous = new byte[0];
    private long previousStart;
    private long expectedUntil;
    private @Nullable SectionDigest finished;

    /**
     * Takes over a reader; closing this closes it.
     *
     * @param start first byte of the section
     * @param end one past its last byte
     */
    public SectionReader(RangeReader source, long start, long end) {
        this(source, new ByteRange(start, end), List.of());
    }

    /**
     * Takes over a reader; closing this closes it.
     *
     * @param within ranges of the section that are digested apart as well
     */
    public SectionReader(RangeReader source, ByteRange section, List<ByteRange> within) {
        this(source, section, within, BLOCK_BYTES, KEPT_BYTES);
    }

    SectionReader(RangeReader source, ByteRange section, List<ByteRange> within, int blockBytes, long maxKeptBytes) {
        if (section.end() > source.length()) {
            throw new IllegalArgumentException(
                    "The file has " + source.length() + " bytes, so it cannot hold " + section + ".");
        }
        this.source = source;
        this.section = section;
        this.within = new RunningRanges(within);
        this.blockBytes = (int) Math.min(blockBytes, section.length());
        this.maxKeptBytes = maxKeptBytes;
        this.frontier = section.start();
        this.blockStart = frontier;
        this.previousStart = frontier;
        this.expectedUntil = frontier;
    }

    @Override
    public long length() {
        return source.length();
    }

    /** The whole section as a stream. */
    public InputStream stream() {
        return stream(section.start(), section.end());
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) {
        if (finished != null) {
            throw new IllegalStateException("The section is finished; nothing more can be read of it.");
        }
        Objects.checkFromIndexSize(offset, length, target.length);
        Objects.checkFromIndexSize(position, length, source.length());
        long end = position + length;
        for (long at = position; at < end; ) {
            int to = offset + (int) (at - position);
            if (at < section.start()) {
                at += readOutside(at, Math.min(end, section.start()), target, to);
            } else if (at >= section.end()) {
                at += readOutside(at, end, target, to);
            } else {
                at += readInside(at, Math.min(end, section.end()), target, to);
            }
        }
    }

    /** Reads some bytes from {@code at} on, or none after bringing the frontier nearer. */
    private int readInside(long at, long end, byte[] target, int offset) {
        int wanted = (int) (end - at);
        if (at < previousStart) {
            throw new StorageException("Byte " + at + " was asked for again after byte " + frontier
                    + " had been read. A section is read in ascending order: of what lies behind only " + blockBytes
                    + " bytes are kept, of what lies ahead " + maxKeptBytes + ".");
        }
        if (at < blockStart) {
            int count = (int) Math.min(wanted, blockStart - at);
            System.arraycopy(previous, (int) (at - previousStart), target, offset, count);
            return count;
        }
        if (at < frontier) {
            int count = (int) Math.min(wanted, frontier - at);
            System.arraycopy(block, (int) (at - blockStart), target, offset, count);
            return count;
        }
        int kept = ahead.copy(at, target, offset, wanted);
        if (kept > 0) {
            return kept;
        }
        if (at < frontier + blockBytes) {
            hashBlock();
            return 0;
        }
        int count = (int) (ahead.nextStart(at, end) - at);
        if (ahead.size() + count > maxKeptBytes) {
            skipTo(at);
            return 0;
        }
        if (at < expectedUntil) {
            expectedUntil = at;
            source.expect(frontier, at);
        }
        source.read(at, target, offset, count);
        ahead.keep(at, Arrays.copyOfRange(target, offset, offset + count));
        return count;
    }

    private int readOutside(long at, long end, byte[] target, int offset) {
        int kept = outside.copy(at, target, offset, (int) (end - at));
        if (kept > 0) {
            return kept;
        }
        int count = (int) (outside.nextStart(at, end) - at);
        if (outside.size() + count > maxKeptBytes) {
            throw new StorageException(
                    "More than " + maxKeptBytes + " bytes were asked for outside the section from byte "
                            + section.start() + " to byte " + section.end()
                            + ". A footer that large is not read; write the file with fewer row groups or columns.");
        }
        byte[] bytes = new byte[count];
        source.read(at, bytes, 0, count);
        outside.keep(at, bytes);
        System.arraycopy(bytes, 0, target, offset, count);
        return count;
    }

    @Override
    public void skipTo(long position) {
        while (frontier < Math.min(position, section.end())) {
            hashBlock();
        }
    }

    /** Fetches and hashes the next block; what is kept of it already is not fetched again. */
    private void hashBlock() {
        byte[] next = previous.length == blockBytes ? previous : new byte[blockBytes];
        previousStart = blockStart; // what was in there is overwritten
        long end = Math.min(frontier + blockBytes, section.end());
        for (long at = frontier; at < end; ) {
            int to = (int) (at - frontier);
            int count = ahead.copy(at, next, to, (int) (end - at));
            if (count == 0) {
                count = (int) (ahead.nextStart(at, end) - at);
                if (at >= expectedUntil) {
                    expectedUntil = ahead.nextStart(at, section.end());
                    source.expect(at, expectedUntil);
                }
                source.read(at, next, to, count);
            }
            at += count;
        }
        digest.update(next, 0, (int) (end - frontier));
        within.update(frontier, next, (int) (end - frontier));
        previous = block;
        block = next;
        blockStart = frontier;
        frontier = end;
        ahead.dropBefore(frontier);
    }

    /**
     * Hashes what nobody asked for and ends the reading.
     *
     * @throws StorageException if the file changed since it was listed
     */
    public SectionDigest finish() {
        if (finished == null) {
            skipTo(section.end());
            source.checkUnchanged();
            finished = new SectionDigest(
                    new RangeDigest(section, Sha256.finish(digest)), outside.digests(), within.finish());
        }
        return finished;
    }

    @Override
    public void close() {
        source.close();
    }
}

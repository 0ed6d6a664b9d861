package dev.assay.storage;

import dev.assay.json.Sha256;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;

/**
 * What a whole file hashes to, and ranges of it, all from one reading. If the ranges' digests equal those of the readers
 * that parsed the file section by section, then the bytes hashed are the bytes parsed.
 *
 * @param sha256 of the whole file
 * @param ranges of the ranges asked for, by start, then by end
 */
public record FileDigest(String sha256, List<RangeDigest> ranges) {
    private static final int BLOCK_BYTES = 1 << 20;

    public FileDigest {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads a file once, from its first byte to its last.
     *
     * @param ranges stretches of the file, in any order; they may overlap
     */
    public static FileDigest of(RangeReader file, Collection<ByteRange> ranges) {
        ranges.forEach(range -> requireWithin(file, range));
        RunningRanges parts = new RunningRanges(ranges);
        String whole = read(file, new ByteRange(0, file.length()), parts);
        return new FileDigest(whole, parts.finish());
    }

    /** Reads one range of a file, which may be all of it, and nothing else. */
    public static RangeDigest ofRange(RangeReader file, ByteRange range) {
        requireWithin(file, range);
        return new RangeDigest(range, read(file, range, new RunningRanges(List.of())));
    }

    private static String read(RangeReader file, ByteRange range, RunningRanges parts) {
        file.expect(range.start(), range.end());
        MessageDigest digest = Sha256.start();
        byte[] block = new byte[(int) Math.min(BLOCK_BYTES, range.length())];
        for (long start = range.start(); start < range.end(); start += block.length) {
            int size = (int) Math.min(block.length, range.end() - start);
            file.read(start, block, 0, size);
            digest.update(block, 0, size);
            parts.update(start, block, size);
        }
        file.checkUnchanged();
        return Sha256.finish(digest);
    }

    private static void requireWithin(RangeReader file, ByteRange range) {
        if (range.end() > file.length()) {
            throw new IllegalArgumentException(
                    "The file has " + file.length() + " bytes, so it cannot hold " + range + ".");
        }
    }
}

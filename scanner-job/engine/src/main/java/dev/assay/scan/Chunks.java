package dev.assay.scan;

import dev.assay.manifest.FileEntry;
import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeDigest;
import java.util.List;

/** The stretches a large file is digested in besides as a whole, so that it can be verified in several places at once. */
final class Chunks {
    private Chunks() {}

    /**
     * The chunks of a file, none if it is no larger than one: its own digest says the same then.
     *
     * @param length bytes of the file
     */
    static List<ByteRange> of(long length) {
        return length > FileEntry.CHUNK_BYTES ? ByteRange.consecutive(length, FileEntry.CHUNK_BYTES) : List.of();
    }

    /** The chunks' digests, in order, from among those of other ranges. */
    static List<String> among(List<RangeDigest> ranges, long length) {
        return of(length).stream().map(chunk -> digest(ranges, chunk)).toList();
    }

    private static String digest(List<RangeDigest> ranges, ByteRange chunk) {
        return ranges.stream()
                .filter(range -> range.range().equals(chunk))
                .map(RangeDigest::sha256)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody digested " + chunk + "."));
    }
}

package dev.assay.scan;

import dev.assay.format.FileSection;
import dev.assay.manifest.FileEntry;
import dev.assay.storage.ByteRange;
import dev.assay.storage.RangeDigest;
import dev.assay.storage.RangeReader;
import dev.assay.storage.SectionReader;
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

    /** Reads a section and digests what a record needs of it on the way: its bytes, and the chunks of a whole file. */
    static SectionReader reader(FileSection section, RangeReader file) {
        return new SectionReader(
                file,
                new ByteRange(section.start(), section.end()),
                section.isWholeFile() ? of(file.length()) : List.of());
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

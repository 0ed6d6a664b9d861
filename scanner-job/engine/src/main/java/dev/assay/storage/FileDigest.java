package dev.assay.storage;

import dev.assay.json.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        List<Part> parts = new LinkedHashSet<>(ranges)
                .stream()
                        .sorted(Comparator.comparingLong(ByteRange::start).thenComparingLong(ByteRange::end))
                        .map(Part::new)
                        .toList();
        for (Part part : parts) {
            if (part.range.end() > file.length()) {
                throw new IllegalArgumentException(
                        "The file has " + file.length() + " bytes, so it cannot hold " + part.range + ".");
            }
        }
        file.expect(0, file.length());
        MessageDigest whole = Sha256.start();
        byte[] block = new byte[(int) Math.min(BLOCK_BYTES, file.length())];
        for (long start = 0; start < file.length(); start += block.length) {
            int size = (int) Math.min(block.length, file.length() - start);
            file.read(start, block, 0, size);
            whole.update(block, 0, size);
            for (Part part : parts) {
                part.update(start, block, size);
            }
        }
        file.checkUnchanged();
        List<RangeDigest> digests = new ArrayList<>();
        for (Part part : parts) {
            digests.add(new RangeDigest(part.range, part.finish()));
        }
        return new FileDigest(Sha256.finish(whole), digests);
    }

    /** One range on its way; holds a running digest only while the reading is inside it. */
    private static final class Part {
        private final ByteRange range;
        private @Nullable MessageDigest running;
        private @Nullable String sha256;

        Part(ByteRange range) {
            this.range = range;
        }

        void update(long blockStart, byte[] block, int size) {
            long from = Math.max(range.start(), blockStart);
            long to = Math.min(range.end(), blockStart + size);
            if (from >= to) {
                return;
            }
            MessageDigest digest = running == null ? Sha256.start() : running;
            running = digest;
            digest.update(block, (int) (from - blockStart), (int) (to - from));
            if (to == range.end()) {
                sha256 = Sha256.finish(digest);
                running = null;
            }
        }

        String finish() {
            return sha256 == null ? Sha256.finish(Sha256.start()) : sha256;
        }
    }
}

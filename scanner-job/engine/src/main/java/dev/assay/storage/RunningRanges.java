package dev.assay.storage;

import dev.assay.json.Sha256;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Digests of ranges of a file that goes by in ascending order. */
final class RunningRanges {
    private final List<Part> parts;

    /** @param ranges stretches of the file, in any order; they may overlap */
    RunningRanges(Collection<ByteRange> ranges) {
        parts = new LinkedHashSet<>(ranges)
                .stream()
                        .sorted(Comparator.comparingLong(ByteRange::start).thenComparingLong(ByteRange::end))
                        .map(Part::new)
                        .toList();
    }

    /**
     * Takes the next bytes.
     *
     * @param start where in the file the block's first byte lies
     * @param size how many bytes of the block count
     */
    void update(long start, byte[] block, int size) {
        for (Part part : parts) {
            part.update(start, block, size);
        }
    }

    /**
     * Every range's digest, by start, then by end.
     *
     * @throws IllegalStateException if a range did not go by
     */
    List<RangeDigest> finish() {
        return parts.stream()
                .map(part -> new RangeDigest(part.range, part.finish()))
                .toList();
    }

    /** One range on its way; holds a running digest only while the reading is inside it. */
    private static final class Part {
        private final ByteRange range;
        private @Nullable MessageDigest running;
        private @Nullable String sha256;

        Part(ByteRange range) {
            this.range = range;
            this.sha256 = range.length() == 0 ? Sha256.finish(Sha256.start()) : null;
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
            if (sha256 == null) {
                throw new IllegalStateException("Not all of " + range + " was read.");
            }
            return sha256;
        }
    }
}

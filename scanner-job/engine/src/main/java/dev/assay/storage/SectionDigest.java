package dev.assay.storage;

import java.util.List;

/**
 * What one split read, in digests.
 *
 * @param section the section, every byte of it
 * @param outside what was read of the file beyond the section, such as a footer; ascending, neighbours joined. Whoever
 *     puts the sections of a file together compares these with the same ranges of a {@link FileDigest}
 */
public record SectionDigest(RangeDigest section, List<RangeDigest> outside) {
    public SectionDigest {
        outside = List.copyOf(outside);
    }
}

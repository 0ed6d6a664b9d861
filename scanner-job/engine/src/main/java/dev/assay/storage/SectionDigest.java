package dev.assay.storage;

import java.util.List;

/**
 * What one split read, in digests.
 *
 * @param section the section, every byte of it
 * @param outside what was read of the file beyond the section, such as a footer; ascending, neighbours joined. Whoever
 *     puts the sections of a file together compares these with the same ranges of a {@link FileDigest}
 * @param within of the ranges of the section that were asked for, by start
 */
public record SectionDigest(RangeDigest section, List<RangeDigest> outside, List<RangeDigest> within) {
    public SectionDigest {
        outside = List.copyOf(outside);
        within = List.copyOf(within);
    }
}

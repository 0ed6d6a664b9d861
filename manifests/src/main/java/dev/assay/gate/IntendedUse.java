package dev.assay.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a training run is for and where it takes place, as far as it says.
 *
 * @param purpose one of the words of the card, or null
 * @param region in the words of the approvals, or null
 */
public record IntendedUse(
        @Nullable String purpose, @Nullable String region) {
    /** Nobody said. */
    public static final IntendedUse UNSAID = new IntendedUse(null, null);
}

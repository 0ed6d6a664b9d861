package dev.assay.detect;

/** Which candidates a scan reports. */
enum Candour {
    /**
     * Of detectors that need evidence, only candidates that some speaks for, and whole cells where columns are weighed by them:
     * {@link Detector#needsEvidence()}.
     */
    SUPPORTED,
    /** All that their check did not refuse. */
    ALL
}

package dev.assay.detect;

/** Which candidates a scan reports. */
enum Candour {
    /** Of detectors that need evidence, only candidates that some speaks for: {@link Detector#needsEvidence()}. */
    SUPPORTED,
    /** All that their check did not refuse. */
    ALL
}

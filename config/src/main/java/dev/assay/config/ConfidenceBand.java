package dev.assay.config;

import java.util.Locale;

/** A stretch of the confidence scale 0–100 that people and policies speak of. */
public enum ConfidenceBand {
    /** 0–29: a candidate whose check did not fail, and nothing more. */
    UNLIKELY(0),
    /** 30–59. */
    POSSIBLE(30),
    /** 60–89. */
    LIKELY(60),
    /** 90–100. */
    CERTAIN(90);

    private final int floor;

    ConfidenceBand(int floor) {
        this.floor = floor;
    }

    /** The smallest confidence of this band. */
    public int floor() {
        return floor;
    }

    /** The band a confidence of 0–100 falls into. */
    public static ConfidenceBand of(int confidence) {
        if (confidence >= CERTAIN.floor) {
            return CERTAIN;
        }
        if (confidence >= LIKELY.floor) {
            return LIKELY;
        }
        return confidence >= POSSIBLE.floor ? POSSIBLE : UNLIKELY;
    }

    /** The name in configuration, manifests and reports, such as {@code likely}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.assay.export;

import java.util.Locale;

/** Who an export is for. */
public enum Profile {
    /** For the organisation and its auditors: everything the record holds. */
    INTERNAL,
    /**
     * For anybody. Left out is what helps an attacker choose a target: how confidential the data is said to be, where
     * it comes from, lies and may lie, which columns hold what, credentials that were found, and the
     * masked samples.
     */
    PUBLIC;

    /** The name on the command line, such as {@code public}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

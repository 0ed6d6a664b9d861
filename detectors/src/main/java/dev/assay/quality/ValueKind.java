package dev.assay.quality;

import java.util.Locale;

/** What the whole text of a cell is. */
public enum ValueKind {
    /** Nothing. */
    EMPTY,
    /** A whole number without leading zeros, such as {@code -12}. */
    INTEGER,
    /** A number with a point or an exponent, such as {@code 1.5e3}. */
    DECIMAL,
    /** Begins with a day of the calendar, {@code 2024-02-29}, and is that day or a time on it (ISO 8601). */
    DATE,
    /** {@code true} or {@code false}. */
    TRUTH,
    /** Anything else. */
    TEXT;

    /** Where counts by kind keep this one. */
    @SuppressWarnings("EnumOrdinal") // counts live no longer than a scan; records have the label
    int place() {
        return ordinal();
    }

    /** The name in manifests and policies. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

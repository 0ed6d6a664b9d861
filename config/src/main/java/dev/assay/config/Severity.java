package dev.assay.config;

/** What follows when a policy rule is not met, from mild to hard. */
public enum Severity {
    /** Named in the decision and the report, nothing more. */
    WARN,
    /** A person with the role for it must approve. */
    NEEDS_APPROVAL,
    /** The dataset does not pass. */
    FAIL;

    /** The name in configuration, decisions and reports, such as {@code needs-approval}. */
    public String label() {
        return Values.label(this);
    }

    /**
     * Reads what {@link #label()} wrote.
     *
     * @throws IllegalArgumentException if it is no severity
     */
    public static Severity parse(String label) {
        return Values.choice(label, Severity.class);
    }
}
